# Memory under many large transfers, many slow readers beside quick ones, and how long a file waits for its verdict.

many() {
  prepare
  begin_pli https
  local pid before
  pid=$(cat "$BENCH_HOME/pli.pid")
  upload_pli https
  settle_pli https
  download_pli https
  before=$(resident)
  reset_peak "$pid"
  say "$TRANSFERS downloads and uploads of $SIZE bytes at a time ..."
  many_transfers
  local peak=$(($(peak_memory "$pid") / 1024))
  say "resident: $before MB before, peak $peak MB during $TRANSFERS transfers: growth $((peak - before)) MB"
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

# A thousand readers at 50 kB/s for a minute; every page as before?
slow() {
  prepare
  begin_pli https
  upload_pli https
  settle_pli https
  rest_clamd
  load writer 0 sent=/messages/sent drafts=/messages/drafts >/dev/null 2>&1
  say "pages without slow readers (name, p50 and p99 in ms, requests, wrong answers):"
  load writer 0 sent=/messages/sent drafts=/messages/drafts
  say "$READERS downloads at 50 kB/s ..."
  slow_readers &
  local readers=$!
  sleep 10
  say "open connections: $(ss -Htn state established "sport = :$PLI_PORT" | wc -l); resident: $(resident) MB"
  load writer "$READERS" sent=/messages/sent drafts=/messages/drafts
  wait "$readers" || true
  say "whole to the end: $(cat "$BENCH_HOME"/slow.* | grep -c "^206 $SLOW_BYTES ") of $READERS, at $(cat "$BENCH_HOME"/slow.* | cut -d' ' -f3 | sort -n | sed -n '1p;$p' | xargs) bytes/s (slowest, fastest); resident: $(resident) MB"
}

# A minute at 50 kB/s.
SLOW_BYTES=3000000

# Clients of at most 250 readers, each reader with a connection of its own.
slow_readers() {
  local client url clients=$(((READERS + 249) / 250))
  url=$(pli_url https)/api/v1/messages/$PLI_DRAFT/files/${PLI_FILE##*/}/content
  rm -f "$BENCH_HOME"/slow.*
  for ((client = 0; client < clients; client++)); do
    # shellcheck disable=SC2046 -- words
    curl -sk --parallel --parallel-immediate --parallel-max 250 --limit-rate 50k --http1.1 -r "0-$((SLOW_BYTES - 1))" -H "$READER" \
      -w '%{http_code} %{size_download} %{speed_download}\n' \
      $(for ((n = 0; n < READERS / clients; n++)); do printf ' -o /dev/null %s' "$url"; done) >"$BENCH_HOME/slow.$client" 2>/dev/null &
  done
  wait
}

resident() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$(cat "$BENCH_HOME/pli.pid")/status"; }

# The verdict on a file that clamd has not seen, beside clamd alone on the same kind of bytes; then the same file again,
# which clamd knows for as long as it keeps its signatures.
clean() {
  install_packages clamdscan
  prepare
  begin_pli https
  local round alone
  for ((round = 1; round <= ROUNDS; round++)); do
    head -c "$SIZE" /dev/urandom >"$FILE"
    alone=$(clamd_alone)
    head -c "$SIZE" /dev/urandom >"$FILE"
    upload_pli https
    settle_pli https
    say "round $round: clamd alone $alone s for as many other random bytes: $(awk -v a="$SETTLED" -v b="$alone" 'BEGIN { printf "%.2f", a / b }') times as long"
    forget_message https
    upload_pli https
    settle_pli https
    say "round $round: the same file a second time: $SETTLED s"
    forget_message https
  done
}

clamd_alone() {
  local began
  began=$(now)
  clamdscan --no-summary --stream --config-file="$BENCH_HOME/pli/clamd/clamd.conf" "$FILE" >/dev/null
  elapsed "$began"
}
