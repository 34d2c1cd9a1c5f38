# The running product under a fault: started, used by its programming interface, looked at in its database.

FAULT_PORT=19464
FAULT_TLS=false

begin() {
  HOME_FOLDER=${FAULTS_HOME:-$(mktemp -d /tmp/pli-faults.XXXXXX)}
  trap '${AT_THE_END:-true}; product --stop >/dev/null 2>&1' EXIT
  product --demo --detach >"$HOME_FOLDER/run.log" 2>&1 || { cat "$HOME_FOLDER/run.log" >&2; fail "Pli does not start"; }
  ADDRESS=http://localhost:$FAULT_PORT
  if [ "$FAULT_TLS" = true ]; then
    ADDRESS=https://localhost:$FAULT_PORT
    export CURL_CA_BUNDLE=$HOME_FOLDER/pli/tls/ca.pem
  fi
  SENDER="Authorization: Bearer $(demo CLERK_TOKEN)" READER="Authorization: Bearer $(demo PARTNER_TOKEN)"
}

# product OPTIONS...: ops/run with a folder and ports of its own; what stands in BEFORE comes before the command.
product() {
  PLI_HOME=$HOME_FOLDER/pli PLI_WEB_PORT=$FAULT_PORT PLI_CARD_PORT=19468 PLI_WEB_MANAGEMENT_PORT=19465 PLI_MAIL_CATCHER_PORT=19466 \
    PLI_CATCHER_PORT=19467 PLI_DATABASE_PORT=19469 PLI_SIGNATURES=test PLI_WEB_TLS=$FAULT_TLS \
    PLI_DIRECTORY_TOKEN_REQUESTS_PER_MINUTE=1000000 ${BEFORE:-} "$PROJECT/ops/run" "$@"
}

demo() { sed -n "s/^DEMO_$1=//p" "$HOME_FOLDER/pli/demo.env" | tr -d "'\""; }

json() { node -e 'let t="";process.stdin.on("data",d=>t+=d).on("end",()=>console.log(eval("(JSON.parse(t))"+process.argv[1])))' "$1"; }

api() { curl -s --fail "$@"; }

sql() {
  "$HOME_FOLDER/pli/db/engine/bin/mariadb" --no-defaults --skip-ssl --socket="$HOME_FOLDER/pli/run/mariadb.sock" --user=root --batch \
    --skip-column-names pli -e "$1"
}

# send_file FILE DAYS: MESSAGE and STORED once the partner can have it.
send_file() {
  local place
  MESSAGE=$(api -H "$SENDER" -H "Content-Type: application/json" "$ADDRESS/api/v1/drafts" \
    -d "{\"recipients\":[\"$(demo PARTNER_EMAIL)\"],\"subject\":\"Essai\",\"comment\":\"\",\"days\":$2}" | json .id)
  place=$(api -X POST -H "$SENDER" -H "Tus-Resumable: 1.0.0" -H "Upload-Length: $(stat -c %s "$1")" \
    -H "Upload-Metadata: filename $(printf essai.bin | base64 -w0),container $(printf %s "$MESSAGE" | base64 -w0)" \
    -D - -o /dev/null "$ADDRESS/api/v1/uploads" | tr -d '\r' | awk 'tolower($1) == "location:" { print $2 }')
  STORED=${place##*/}
  api -X PATCH -T "$1" -H "$SENDER" -H "Tus-Resumable: 1.0.0" -H "Upload-Offset: 0" -H "Expect:" \
    -H "Content-Type: application/offset+octet-stream" -o /dev/null "$ADDRESS/api/v1/uploads/$STORED"
  api -X POST -H "$SENDER" -o /dev/null "$ADDRESS/api/v1/drafts/$MESSAGE/send"
  eventually 60 "the message is available" available
}

available() { [ -n "$(sql "select 1 from message where id = '$MESSAGE' and state = 'SENT'")" ]; }

content() { echo "$ADDRESS/api/v1/messages/$MESSAGE/files/$STORED/content"; }

# eventually SECONDS WHAT COMMAND...
eventually() {
  local tries=$(($1 * 5)) what=$2
  shift 2
  until "$@"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || fail "not so: $what"
    sleep 0.2
  done
}

facts() { sql "select count(*) from event where kind = '$1' and (message = '$MESSAGE' or file = '$STORED' or message is null)"; }
