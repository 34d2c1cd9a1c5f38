# The main job with a file of 2,000,000,000 bytes on the running product, over HTTPS, by its programming interface: cut,
# resumed, sent before it was whole, received in pieces, proved (U-2, X-10, X-11, X-5, U-8, U-9, U-11, N-3, U-5).

BIG=${BIG:-2000000000}
INTERRUPT=kill_transfer

tell_the_story() {
  FAULT_TLS=true
  export PLI_NOTIFICATION_DOWNLOAD_QUIET=20s
  begin
  send_it
  receive_it
  prove_it
  refuse_it
  say "Done."
}

# kill_transfer WHAT PID: the client goes away in the middle.
kill_transfer() {
  kill -KILL "$2" "$(cat "/proc/$2/task/$2/children" | tr -d ' ')" 2>/dev/null || true
  wait "$2" 2>/dev/null || true
}

send_it() {
  say "The clerk prepares a message: $BIG bytes and two small files in a folder."
  head -c "$BIG" /dev/urandom >"$HOME_FOLDER/big"
  head -c 300000 /dev/urandom >"$HOME_FOLDER/one" && head -c 40000 /dev/urandom >"$HOME_FOLDER/two"
  MESSAGE=$(draft 3)
  local one two offset
  one=$(create "$HOME_FOLDER/one" "Pièces/annexe 1.bin") && patch "$one" 0 "$HOME_FOLDER/one"
  two=$(create "$HOME_FOLDER/two" "Pièces/annexe 2.bin") && patch "$two" 0 "$HOME_FOLDER/two"
  STORED=$(create "$HOME_FOLDER/big" "scanner.bin")

  patch "$STORED" 0 "$HOME_FOLDER/big" --limit-rate 200M &
  local sender=$!
  eventually 60 "a third has arrived" received $((BIG / 3))
  $INTERRUPT arrive "$sender"
  offset=$(offset_of "$STORED")
  [ "$offset" -ge $((BIG / 3)) ] && [ "$offset" -lt "$BIG" ] || fail "the offset is $offset"
  say "cut at $offset bytes; the draft says: $(api -H "$SENDER" "$ADDRESS/api/v1/drafts/$MESSAGE" | json '.missing') bytes are missing"

  tail -c +$((offset + 1)) "$HOME_FOLDER/big" >"$HOME_FOLDER/rest"
  patch "$STORED" "$offset" "$HOME_FOLDER/rest" --limit-rate 200M &
  sender=$!
  eventually 60 "it goes on" received $((offset + 1000000))
  say "« Envoyer » before the end: $(api -X POST -H "$SENDER" "$ADDRESS/api/v1/drafts/$MESSAGE/send" | json '.state+", "+_.waiting' 2>/dev/null || echo QUEUED)"
  [ "$(sql "select state from message where id = '$MESSAGE'")" = QUEUED ] || fail "it does not wait"
  wait "$sender"
  rm "$HOME_FOLDER/rest"
  eventually 600 "the message is available" available
  eventually 60 "the acknowledgement is in the catcher" caught "$(demo CLERK_EMAIL)" "$(sha "$HOME_FOLDER/big")"
  caught "$(demo CLERK_EMAIL)" "$(sha "$HOME_FOLDER/one")" || fail "no fingerprint of the first small file"
  caught "$(demo CLERK_EMAIL)" "$(sha "$HOME_FOLDER/two")" || fail "no fingerprint of the second small file"
  say "the acknowledgement is in the catcher, with the three fingerprints"
}

receive_it() {
  eventually 60 "the partner is told" caught "$(demo PARTNER_EMAIL)" "/messages/$MESSAGE"
  say "the partner's mail links to the message; its end: $(api -H "$READER" "$ADDRESS/api/v1/messages/$MESSAGE" | json .endsAt)"
  local at=$((BIG / 10 * 6)) got=$HOME_FOLDER/got
  api -H "$READER" -o "$got" --limit-rate 200M "$(content)" &
  local reader=$!
  eventually 60 "60 % are there" at_least "$got" "$at"
  $INTERRUPT leave "$reader"
  eventually 30 "60 % are noticed" share 60 99
  [ "$(facts download.completed)" = 0 ] || fail "60 % are called a download"
  say "cut at $(stat -c %s "$got") bytes; the receipt says $(percent) %"
  api -H "$READER" -r "$(stat -c %s "$got")-" "$(content)" >>"$got"
  cmp "$HOME_FOLDER/big" "$got"
  eventually 10 "the receipt is written" completed 1
  say "resumed: identical; downloaded"
  rm "$got"

  local zip=$HOME_FOLDER/all.zip tag
  tag=$(api -I -H "$READER" "$ADDRESS/api/v1/messages/$MESSAGE/zip" | tr -d '\r' | awk 'tolower($1) == "etag:" { print $2 }')
  api -H "$READER" "$ADDRESS/api/v1/messages/$MESSAGE/zip" 2>/dev/null | head -c $((BIG / 2)) >"$zip" || true
  api -H "$READER" -H "If-Range: $tag" -r "$(stat -c %s "$zip")-" "$ADDRESS/api/v1/messages/$MESSAGE/zip" >>"$zip"
  unzip -tq "$zip" >/dev/null || fail "the zip is broken"
  [ "$(unzip -p "$zip" scanner.bin | sha256sum | cut -d' ' -f1)" = "$(sha "$HOME_FOLDER/big")" ] || fail "another file in the zip"
  say "the zip, interrupted and resumed: whole, $(unzip -l "$zip" | tail -1 | awk '{ print $2 }') members"
  rm "$zip"
}

prove_it() {
  eventually 10 "three downloads" downloaded 3
  eventually 120 "one mail tells of the downloads" one_mail
  api -H "$SENDER" "$ADDRESS/api/v1/messages/$MESSAGE/receipts" |
    json '.items.map(r => r.name + ": notified " + JSON.stringify(r.notified) + ", seen " + r.seenAt + ", " + r.files.map(f => f.percent + " % " + f.completeAt).join(", ")).join("\n")'
}

refuse_it() {
  # shellcheck disable=SC2016 -- the EICAR test string
  printf '%s%s' 'X5O!P%@AP[4\PZX54(P^)7CC)7}$' 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*' >"$HOME_FOLDER/eicar"
  MESSAGE=$(draft 1)
  STORED=$(create "$HOME_FOLDER/eicar" eicar.com)
  patch "$STORED" 0 "$HOME_FOLDER/eicar"
  api -X POST -H "$SENDER" -o /dev/null "$ADDRESS/api/v1/drafts/$MESSAGE/send" || true
  eventually 60 "the test virus is found" infected
  [ "$(sql "select state from message where id = '$MESSAGE'")" = DRAFT ] || fail "it left"
  [ "$(curl -s -o /dev/null -w '%{http_code}' -H "$READER" "$(content)")" = 404 ] || fail "readable"
  eventually 60 "the clerk is told" caught "$(demo CLERK_EMAIL)" eicar.com
  say "EICAR: refused, quarantined, told"
}

draft() {
  api -H "$SENDER" -H "Content-Type: application/json" "$ADDRESS/api/v1/drafts" \
    -d "{\"recipients\":[\"$(demo PARTNER_EMAIL)\"],\"subject\":\"Pièces du dossier\",\"comment\":\"Bonjour\",\"days\":$1}" | json .id
}

# create FILE PATH: the id of a new upload.
create() {
  local place
  place=$(api -X POST -H "$SENDER" -H "Tus-Resumable: 1.0.0" -H "Upload-Length: $(stat -c %s "$1")" \
    -H "Upload-Metadata: relativePath $(printf %s "$2" | base64 -w0),filename $(basename "$2" | tr -d '\n' | base64 -w0),container $(printf %s "$MESSAGE" | base64 -w0)" \
    -D - -o /dev/null "$ADDRESS/api/v1/uploads" | tr -d '\r' | awk 'tolower($1) == "location:" { print $2 }')
  echo "${place##*/}"
}

# patch ID OFFSET FILE CURL-OPTIONS...
patch() {
  local id=$1 offset=$2 file=$3
  shift 3
  api -X PATCH -T "$file" -H "$SENDER" -H "Tus-Resumable: 1.0.0" -H "Upload-Offset: $offset" -H "Expect:" \
    -H "Content-Type: application/offset+octet-stream" -o /dev/null "$@" "$ADDRESS/api/v1/uploads/$id"
}

offset_of() {
  api -I -H "$SENDER" -H "Tus-Resumable: 1.0.0" "$ADDRESS/api/v1/uploads/$1" | tr -d '\r' | awk 'tolower($1) == "upload-offset:" { print $2 }'
}

sha() { sha256sum "$1" | cut -d' ' -f1; }
at_least() { [ "$(stat -c %s "$1" 2>/dev/null || echo 0)" -ge "$2" ]; }
received() { [ "$(sql "select received from file where id = '$STORED'")" -ge "$1" ]; }
infected() { [ "$(sql "select state from file where id = '$STORED'")" = INFECTED ]; }
percent() { sql "select floor(100 * bytes / $BIG) from coverage where file = '$STORED'"; }
share() { [ "$(percent)" -ge "$1" ] && [ "$(percent)" -le "$2" ]; }
completed() { [ "$(facts download.completed)" = "$1" ]; }
downloaded() { [ "$(sql "select count(*) from event where kind = 'download.completed' and message = '$MESSAGE'")" = "$1" ]; }
one_mail() { [ "$(sql "select count(*) from mail where template = 'message-downloaded' and subject = '$MESSAGE' and state = 'ACCEPTED'")" = 1 ]; }

# caught ADDRESS WORDS: whether a caught mail to the address has the words, whatever its lines were broken into.
caught() {
  local mail
  for mail in "$HOME_FOLDER"/pli/mail/*.eml; do
    if grep -qi "^To:.*$1" "$mail" && sed 's/=\r\?$//' "$mail" | tr -d '\r\n ' | grep -q "$2"; then return 0; fi
  done
  return 1
}
