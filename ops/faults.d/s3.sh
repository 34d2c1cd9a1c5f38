# The story of the main job with the sealed files on a real S3 server (S3Mock, from Maven Central) that is killed while
# bytes arrive and again while they leave, and comes back each time (U-12, O-4).

S3_PORT=19470

tell_the_story_on_s3() {
  export PLI_ATTACHMENT_S3_BUCKET=pli PLI_ATTACHMENT_S3_ENDPOINT=http://127.0.0.1:$S3_PORT
  export PLI_ATTACHMENT_S3_ACCESS_KEY=test PLI_ATTACHMENT_S3_SECRET_KEY=test
  HOME_FOLDER=${FAULTS_HOME:-$(mktemp -d /tmp/pli-faults.XXXXXX)}
  FAULTS_HOME=$HOME_FOLDER
  mkdir -p "$HOME_FOLDER/pli/log"
  install_packages mvn curl
  find_java
  PLI_HOME=$HOME_FOLDER/pli fetch_artifact "com.adobe.testing:s3mock:$(sed -n 's#.*<s3mock.version>\(.*\)</s3mock.version>#\1#p' "$PROJECT/pom.xml"):jar:exec" "$HOME_FOLDER"
  begin_store
  AT_THE_END=end_store INTERRUPT=kill_store
  tell_the_story
  [ -z "$(find "$HOME_FOLDER/pli/store" -type f -size +1M 2>/dev/null)" ] || fail "sealed files lie in the local folder"
  say "no file of the story lies in $HOME_FOLDER/pli; the store holds $(du -sh "$HOME_FOLDER/objects" | cut -f1)"
}

begin_store() {
  "$JAVA_HOME/bin/java" -Xmx1g -Dhttp.port=$S3_PORT -Dserver.port=0 -Dserver.address=127.0.0.1 \
    -Dcom.adobe.testing.s3mock.store.root="$HOME_FOLDER/objects" -Dcom.adobe.testing.s3mock.store.retain-files-on-exit=true \
    -Dcom.adobe.testing.s3mock.store.initial-buckets=pli -jar "$HOME_FOLDER"/s3mock-*.jar >>"$HOME_FOLDER/s3.log" 2>&1 &
  STORE=$!
  eventually 120 "the S3 server answers" curl -sf -o /dev/null "http://127.0.0.1:$S3_PORT/pli"
}

end_store() {
  [ -z "${STORE:-}" ] || kill -KILL "$STORE" 2>/dev/null || true
  wait "$STORE" 2>/dev/null || true
  STORE=
}

# kill_store WHAT PID: kills it while a transfer runs, waits until the transfer has ended and brings the store back.
kill_store() {
  end_store
  say "the store was killed while bytes $1"
  wait "$2" 2>/dev/null && fail "the transfer did not notice" || true
  eventually 60 "the platform says that its store is away" store_is away
  say "the transfer ended; health $(health), readiness $(health /readiness): pages go on"
  begin_store
  eventually 60 "the platform uses its store again" store_is back
  say "the store is back; health $(health)"
}

health() { curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:19465/actuator/health${1:-}"; }

store_is() {
  case $1 in
    away) [ "$(health)" = 503 ] ;;
    back) [ "$(health)" = 200 ] ;;
  esac
}
