# The server killed between the last bytes and the receipt (U-11): whatever the moment, at most one « downloaded », and
# it is never claimed of a reader who was not handed everything.

KILLS=${KILLS:-10}
LENGTH=$((64 * 1024 * 1024))

kill_at_the_end() {
  begin
  local file=$HOME_FOLDER/file got=$HOME_FOLDER/got round seconds downloaded unobserved bytes whole=0
  head -c "$LENGTH" /dev/urandom >"$file"
  for ((round = 1; round <= KILLS; round++)); do
    send_file "$file" 1
    : >"$got"
    curl -s --limit-rate 20M -H "$READER" -o "$got" "$(content)" &
    local reader=$!
    # the connection's own buffers are ahead of the reader: the server is done earlier
    eventually 30 "the download nears its end" longer_than "$got" $((LENGTH * (88 + RANDOM % 12) / 100))
    kill -KILL "$(cut -d' ' -f1 "$HOME_FOLDER/pli/run/application.pid")"
    wait "$reader" || true
    bytes=$(stat -c %s "$got")
    product --detach >>"$HOME_FOLDER/run.log" 2>&1
    eventually 90 "the end that nobody saw is noticed or the download is open" settled
    downloaded=$(facts download.completed) unobserved=$(facts download.unobserved)
    say "kill $round: the reader has $bytes of $LENGTH bytes; downloaded: $downloaded, end not observed: $unobserved"
    [ "$downloaded" -le 1 ] || fail "told twice"
    [ "$((downloaded + unobserved))" -le 1 ] || fail "told as downloaded and as not observed"
    if [ "$bytes" -eq "$LENGTH" ]; then
      whole=$((whole + 1))
      [ "$((downloaded + unobserved))" -eq 1 ] || fail "the reader has everything and nothing tells it"
      cmp "$file" "$got"
    fi
    [ "$downloaded" -eq 0 ] || [ "$bytes" -ge $((LENGTH - 2 * 1024 * 1024)) ] || fail "claimed more than was handed over"
  done
  say "Done: $KILLS kills, the reader had everything in $whole of them."
}

longer_than() { [ "$(stat -c %s "$1")" -ge "$2" ]; }

# Nothing of the last bytes is left undecided.
settled() {
  [ -z "$(sql "select 1 from coverage where message = '$MESSAGE' and ending_at is not null and complete_at is null and unobserved_at is null")" ]
}
