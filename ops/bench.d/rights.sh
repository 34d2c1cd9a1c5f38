# shellcheck shell=bash
# Decisions of the rights matrix in memory (M-4); sourced by ops/bench.

rights() {
  # shellcheck source=/dev/null
  . "$PROJECT/ops/lib/build.sh"
  find_java
  say "Deciding with $JAVA_HOME ..."
  cd "$PROJECT"
  "$MVN" -B -ntp -q test -pl expertise -am -Dtest=RightsBench -Dsurefire.failIfNoSpecifiedTests=false
}
