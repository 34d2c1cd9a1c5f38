# Builds the application when its sources are newer than what was built.

JAR=$PROJECT/app/target/pli.jar
: "${MVN:=mvn}"

build_application() {
  if [ -f "$JAR" ] && [ -z "$(newer_sources)" ]; then
    return 0
  fi
  say "Building the application with Maven (some minutes the first time) ..."
  mkdir -p "$PLI_HOME/log"
  (cd "$PROJECT" && "$MVN" -B -ntp -DskipTests package) >"$PLI_HOME/log/build.log" 2>&1 || {
    grep -E '^\[ERROR\]' "$PLI_HOME/log/build.log" | head -20 >&2
    fail "The build failed; all of it is in $(shown "$PLI_HOME/log/build.log")."
  }
  touch "$JAR"
}

newer_sources() {
  (cd "$PROJECT" && find pom.xml .mvn ./*/pom.xml ./*/src/main -type f -newer "$JAR" -print -quit)
}

# Puts one artifact into a folder; Maven takes it from its local repository when it is there.
fetch_artifact() {
  (cd "$PROJECT" && "$MVN" -B -ntp -q -N dependency:copy -Dartifact="$1" -DoutputDirectory="$2" -Dmdep.useBaseVersion=true) \
    >"$PLI_HOME/log/fetch.log" 2>&1 || {
    tail -5 "$PLI_HOME/log/fetch.log" >&2
    fail "Maven could not get $1; see $(shown "$PLI_HOME/log/fetch.log")."
  }
}
