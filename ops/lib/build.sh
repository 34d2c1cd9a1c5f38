# Builds the application when its sources are newer than what was built, and unpacks it: the virtual machine can keep
# what it learned of loose jars for the next start, not of jars within a jar.

JAR=$PROJECT/app/target/pli.jar
UNPACKED=$PROJECT/app/target/pli
: "${MVN:=mvn}"

build_application() {
  if [ -f "$JAR" ] && [ -z "$(newer_sources)" ]; then
    unpack_application
    return 0
  fi
  say "Building the application with Maven (some minutes the first time) ..."
  mkdir -p "$PLI_HOME/log"
  (cd "$PROJECT" && "$MVN" -B -ntp -DskipTests package) >"$PLI_HOME/log/build.log" 2>&1 || {
    grep -E '^\[ERROR\]' "$PLI_HOME/log/build.log" | head -20 >&2
    fail "The build failed; all of it is in $(shown "$PLI_HOME/log/build.log")."
  }
  touch "$JAR"
  unpack_application
}

unpack_application() {
  [ ! "$UNPACKED/pli.jar" -nt "$JAR" ] || return 0
  rm -rf "$UNPACKED"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$JAR" extract --destination "$UNPACKED" >/dev/null
  touch "$UNPACKED/pli.jar"
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
