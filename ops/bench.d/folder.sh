# shellcheck shell=bash
# Pages of expertises over HTTPS: a folder of 10,000 documents, 500 expertises (E-4, E-6); sourced by ops/bench.

folders() {
  # shellcheck source=/dev/null
  . "$PROJECT/ops/lib/build.sh"
  find_java
  say "Asking for pages of expertises with $JAVA_HOME ..."
  cd "$PROJECT"
  "$MVN" -B -ntp -q test -pl app -am -Dtest=FolderBench -Dsurefire.failIfNoSpecifiedTests=false
}
