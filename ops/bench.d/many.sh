# Memory under many large transfers, many slow readers beside quick ones, and how long a file waits for its verdict.

many() {
  prepare
  begin_pli https
  local pid before
  pid=$(cat "$BENCH_HOME/pli.pid")
  upload_pli https
  settle_pli https
  download_pli https
  before=$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")
  reset_peak "$pid"
  say "$TRANSFERS downloads and uploads of $SIZE bytes at a time ..."
  many_transfers
  say "resident: $before MB before, peak $(($(peak_memory "$pid") / 1024)) MB during $TRANSFERS transfers"
}

many_transfers() {
  local number draft file jobs=()
  for ((number = 0; number < TRANSFERS; number++)); do
    if ((number % 2)); then
      download_pli https &
    else
      draft=$(pli_draft https)
      file=$(pli_create https "$draft")
      { tus_patch "$file" 0 "$FILE" -H "$SENDER" && fetch -X DELETE -H "$SENDER" -o /dev/null "$(pli_url https)/api/v1/drafts/$draft"; } &
    fi
    jobs+=($!)
  done
  wait "${jobs[@]}"
}

# A thousand readers at 50 kB/s for half a minute; every page as before?
slow() {
  prepare
  begin_pli https
  upload_pli https
  settle_pli https
  say "pages without slow readers"
  load writer 0 sent=/messages/sent home=/
  say "$READERS downloads at 50 kB/s ..."
  slow_readers &
  local readers=$!
  sleep 10
  load writer "$READERS" sent=/messages/sent home=/
  wait "$readers" || true
  say "held to the end: $(grep -c '^206 50' "$BENCH_HOME/slow") of $READERS; resident: $(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$(cat "$BENCH_HOME/pli.pid")/status") MB"
}

# Four clients of a quarter each, every reader a range of 3 MB: a minute at 50 kB/s.
slow_readers() {
  local client url
  url=$(pli_url https)/api/v1/messages/$PLI_DRAFT/files/${PLI_FILE##*/}/content
  : >"$BENCH_HOME/slow"
  for client in 1 2 3 4; do
    curl -sk --parallel --parallel-immediate --parallel-max "$((READERS / 4))" --limit-rate 50k --http1.1 -r 0-2999999 -H "$READER" \
      -w '%{http_code} %{speed_download}\n' $(for ((n = 0; n < READERS / 4; n++)); do printf ' -o /dev/null %s' "$url"; done) >>"$BENCH_HOME/slow" &
  done
  wait
}

# The verdict on a file that clamd has not seen, beside clamd alone on the same kind of bytes.
clean() {
  install_packages clamdscan
  prepare
  begin_pli https
  local round alone
  for round in 1 2 3; do
    head -c "$SIZE" /dev/urandom >"$FILE"
    alone=$(clamd_alone)
    head -c "$SIZE" /dev/urandom >"$FILE"
    upload_pli https
    settle_pli https
    say "round $round: clamd alone $alone s for as many other random bytes"
    forget_message https
  done
}

clamd_alone() {
  local began
  began=$(now)
  clamdscan --no-summary --stream --config-file="$BENCH_HOME/pli/clamd/clamd.conf" "$FILE" >/dev/null
  elapsed "$began"
}
