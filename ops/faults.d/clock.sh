# The clock of the whole product is moved on: warnings, end of life, unreadable, bytes gone, key destroyed (U-13, N-2).

move_the_clock() {
  install_packages faketime
  begin
  local file=$HOME_FOLDER/file
  head -c 1000000 /dev/urandom >"$file"
  send_file "$file" 5
  say "sent for five days: $(sql "select reference, ends_at from message where id = '$MESSAGE'")"
  [ "$(curl -s -o /dev/null -w '%{http_code}' -H "$READER" -r 0-9 "$(content)")" = 206 ] || fail "the reader cannot read"

  later +50h
  eventually 60 "the first warning has left" warned 1
  later +98h
  eventually 60 "the second warning has left" warned 2
  say "mails of warning: $(sql "select count(*), state from mail where template = 'message-ending' and subject = '$MESSAGE' group by state")"

  later +121h
  eventually 60 "the end is told" told message.expired
  say "the reader is answered: $(curl -s -H "$READER" "$(content)" | json .detail)"
  [ "$(curl -s -o /dev/null -w '%{http_code}' -H "$READER" "$(content)")" -ge 400 ] || fail "still readable"
  eventually 60 "the bytes are gone" gone
  [ -z "$(sql "select 1 from file where id = '$STORED' and wrapped_key is not null")" ] || fail "the wrapped key stays"
  say "unreadable from every backup after: $(sql "select erasable_after from file where id = '$STORED'")"

  later +216h
  eventually 90 "the day's key is destroyed" told key.destroyed
  say "destroyed: $(sql "select at, details from event where kind = 'key.destroyed' order by id desc limit 1")"
  say "Done."
}

# later BY: everything is stopped and started again with the clock so far ahead. The library is loaded without its own
# command, which would wait for everything that was started to end.
later() {
  product --stop >>"$HOME_FOLDER/run.log" 2>&1
  say "clock: $1"
  BEFORE="env LD_PRELOAD=$(echo /usr/lib/*/faketime/libfaketimeMT.so.1) FAKETIME=$1 FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0" \
    product --detach >>"$HOME_FOLDER/run.log" 2>&1 || { tail -20 "$HOME_FOLDER/run.log" >&2; fail "Pli does not start with its clock at $1"; }
}

warned() { [ "$(sql "select count(distinct number) from ending_warning where message = '$MESSAGE'")" -ge "$1" ]; }
told() { [ "$(facts "$1")" -ge 1 ]; }
gone() { [ "$(sql "select count(*) from extent where file = '$STORED'")" = 0 ] && told file.erased; }
