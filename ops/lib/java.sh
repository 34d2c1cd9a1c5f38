# The JDK: 25 or later, from JAVA_HOME or /usr/lib/jvm.

JAVA_WANTED=25

find_java() {
  local folder best=0 version
  if [ "$(java_version "${JAVA_HOME:-}")" -ge "$JAVA_WANTED" ]; then
    return 0
  fi
  JAVA_HOME=
  for folder in /usr/lib/jvm/*; do
    version=$(java_version "$folder")
    if [ "$version" -ge "$JAVA_WANTED" ] && [ "$version" -gt "$best" ] && [ -x "$folder/bin/javac" ]; then
      best=$version JAVA_HOME=$folder
    fi
  done
  [ -n "$JAVA_HOME" ] ||
    fail "No JDK $JAVA_WANTED or later was found in /usr/lib/jvm; install one, or set JAVA_HOME to it."
  export JAVA_HOME
}

# The major version of the JDK in a folder, 0 when there is none.
java_version() {
  local version=0
  if [ -n "$1" ] && [ -f "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  echo "${version:-0}"
}
