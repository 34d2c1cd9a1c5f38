# The servers: begin, upload, download, pieces, forget, end. Each writes its process into BENCH_HOME/<server>.pid.

PIECE=8388608

prepare() {
  install_packages curl openssl nginx node npm
  BENCH_HOME=${BENCH_HOME:-$(mktemp -d /tmp/pli-bench.XXXXXX)}
  mkdir -p "$BENCH_HOME/nginx-files" "$BENCH_HOME/tus-files" "$BENCH_HOME/pieces"
  RESULTS=$BENCH_HOME/results
  : >"$RESULTS"
  FILE=$BENCH_HOME/random.bin
  [ -f "$FILE" ] && [ "$(stat -c %s "$FILE")" = "$SIZE" ] || head -c "$SIZE" /dev/urandom >"$FILE"
  cut_pieces
  [ -f "$BENCH_HOME/bench.pem" ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 \
    -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
    -keyout "$BENCH_HOME/bench.key" -out "$BENCH_HOME/bench.pem" 2>/dev/null
  NGINX_PLAIN=19080 NGINX_TLS=19443 TUS_PORT=19081 PLI_PORT=19444
}

cut_pieces() {
  rm -f "$BENCH_HOME"/pieces/*
  split -b "$PIECE" -d -a 4 "$FILE" "$BENCH_HOME/pieces/"
}

fetch() { curl -sk --fail --tlsv1.3 "$@"; }

wait_for() {
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    curl -sk -o /dev/null --max-time 2 "$1" && return 0
    sleep 0.1
  done
  fail "nothing answers at $1"
}

# --- nginx ---

nginx_url() { [ "$1" = http ] && echo "http://127.0.0.1:$NGINX_PLAIN" || echo "https://localhost:$NGINX_TLS"; }

begin_nginx() {
  sed -e "s|@DIR@|$BENCH_HOME|g" -e "s|@PLAIN@|$NGINX_PLAIN|" -e "s|@TLS@|$NGINX_TLS|" \
    "$PROJECT/ops/bench.d/nginx.conf" >"$BENCH_HOME/nginx.conf"
  chmod 777 "$BENCH_HOME" "$BENCH_HOME/nginx-files"
  nginx -c "$BENCH_HOME/nginx.conf" &
  echo $! >"$BENCH_HOME/nginx.pid"
  wait_for "$(nginx_url "$1")/"
}
upload_nginx() { fetch -T "$FILE" -o /dev/null "$(nginx_url "$1")/file"; }
download_nginx() { fetch -o /dev/null "$(nginx_url "$1")/file"; }
forget_nginx() { rm -f "$BENCH_HOME/nginx-files/file"; }
end_nginx() { end_server nginx; }

# --- @tus/server ---

tus_url() { echo "$1://localhost:$TUS_PORT/files"; }

begin_tus() {
  [ -d "$PROJECT/ops/bench.d/node_modules" ] || (cd "$PROJECT/ops/bench.d" && npm ci --silent --no-audit --no-fund)
  local tls=()
  [ "$1" = http ] || tls=("$BENCH_HOME/bench.pem" "$BENCH_HOME/bench.key")
  node "$PROJECT/ops/bench.d/tus-server.mjs" "$TUS_PORT" "$BENCH_HOME/tus-files" "${tls[@]}" >"$BENCH_HOME/tus.log" 2>&1 &
  echo $! >"$BENCH_HOME/tus.pid"
  wait_for "$(tus_url "$1")"
}
upload_tus() {
  TUS_FILE=$(tus_create "$(tus_url "$1")")
  tus_patch "$TUS_FILE" 0 "$FILE"
}
download_tus() { fetch -o /dev/null "$TUS_FILE"; }
pieces_tus() { tus_pieces "$(tus_create "$(tus_url "$1")")"; }
forget_tus() { rm -rf "${BENCH_HOME:?}"/tus-files/*; }
end_tus() { end_server tus; }

# tus_create URL [CURL OPTIONS]: the address of a new upload.
tus_create() {
  local url=$1 place
  shift
  place=$(fetch -X POST -H "Tus-Resumable: 1.0.0" -H "Upload-Length: $SIZE" "$@" -D - -o /dev/null "$url" |
    tr -d '\r' | awk 'tolower($1) == "location:" { print $2 }')
  [ -n "$place" ] || fail "no upload was created at $url"
  # only the path counts: a server may not know by which scheme it was reached
  case $place in /*) ;; *) place=/$(echo "$place" | cut -d/ -f4-) ;; esac
  echo "$(echo "$url" | cut -d/ -f1-3)$place"
}

tus_patch() {
  local url=$1 offset=$2 file=$3
  shift 3
  fetch -X PATCH -T "$file" -H "Tus-Resumable: 1.0.0" -H "Upload-Offset: $offset" \
    -H "Content-Type: application/offset+octet-stream" -H "Expect:" -o /dev/null "$@" "$url"
}

# All pieces over one connection: one curl, one configuration of many requests.
tus_pieces() {
  local url=$1 offset=0 piece first=1
  shift
  {
    for piece in "$BENCH_HOME"/pieces/*; do
      [ -n "$first" ] || echo next
      first=
      printf 'url = "%s"\nrequest = PATCH\nupload-file = "%s"\noutput = /dev/null\nsilent\nfail\ninsecure\ntlsv1.3\n' "$url" "$piece"
      printf 'header = "Tus-Resumable: 1.0.0"\nheader = "Upload-Offset: %s"\nheader = "Expect:"\n' "$offset"
      printf 'header = "Content-Type: application/offset+octet-stream"\n'
      local header
      for header in "$@"; do printf 'header = "%s"\n' "$header"; done
      offset=$((offset + $(stat -c %s "$piece")))
    done
  } >"$BENCH_HOME/pieces.curl"
  curl -K "$BENCH_HOME/pieces.curl"
}

# --- Pli ---

pli_run() {
  PLI_HOME=$BENCH_HOME/pli PLI_WEB_PORT=$PLI_PORT PLI_CARD_PORT=-1 PLI_WEB_MANAGEMENT_PORT=19445 PLI_CATCHER_PORT=19447 PLI_MAIL_CATCHER_PORT=19446 \
    PLI_DATABASE_PORT=19449 PLI_SIGNATURES=test PLI_WEB_TLS="$1" PLI_DIRECTORY_TOKEN_REQUESTS_PER_MINUTE=1000000 "$PROJECT/ops/run" "${@:2}"
}

pli_url() { echo "$1://localhost:$PLI_PORT"; }

begin_pli() {
  mkdir -p "$BENCH_HOME"
  local tls=true
  [ "$1" = https ] || tls=false
  pli_run "$tls" --demo --detach >"$BENCH_HOME/pli.log" 2>&1 || { cat "$BENCH_HOME/pli.log" >&2; fail "Pli does not start"; }
  cut -d' ' -f1 "$BENCH_HOME/pli/run/application.pid" >"$BENCH_HOME/pli.pid"
  SENDER="Authorization: Bearer $(pli_demo CLERK_TOKEN)" READER="Authorization: Bearer $(pli_demo PARTNER_TOKEN)"
}

pli_demo() { sed -n "s/^DEMO_$1=//p" "$BENCH_HOME/pli/demo.env" | tr -d "'\""; }

json() { node -e 'let t="";process.stdin.on("data",d=>t+=d).on("end",()=>console.log(eval("(JSON.parse(t))"+process.argv[1])))' "$1"; }

pli_draft() {
  fetch -H "$SENDER" -H "Content-Type: application/json" \
    -d "{\"recipients\":[\"$(pli_demo PARTNER_EMAIL)\"],\"subject\":\"Mesure\",\"comment\":\"\",\"days\":1}" "$(pli_url "$1")/api/v1/drafts" |
    json .id
}

pli_create() {
  local draft=$2
  tus_create "$(pli_url "$1")/api/v1/uploads" -H "$SENDER" \
    -H "Upload-Metadata: filename $(printf random.bin | base64 -w0),container $(printf %s "$draft" | base64 -w0)"
}

upload_pli() {
  PLI_DRAFT=$(pli_draft "$1")
  PLI_FILE=$(pli_create "$1" "$PLI_DRAFT")
  tus_patch "$PLI_FILE" 0 "$FILE" -H "$SENDER"
  PLI_STORED=$(now)
  fetch -X POST -H "$SENDER" -o /dev/null "$(pli_url "$1")/api/v1/drafts/$PLI_DRAFT/send"
}

# Waits for the verdict, which is not part of the download's time, before download is measured.
settle_pli() {
  until fetch -H "$SENDER" -o /dev/null "$(pli_url "$1")/api/v1/messages/$PLI_DRAFT" 2>/dev/null; do sleep 0.2; done
  SETTLED=$(elapsed "$PLI_STORED")
  say "clean and available $SETTLED s after the last byte"
}

download_pli() {
  fetch -H "$READER" -o /dev/null "$(pli_url "$1")/api/v1/messages/$PLI_DRAFT/files/${PLI_FILE##*/}/content"
}

pieces_pli() {
  PLI_PIECES=$(pli_draft "$1")
  tus_pieces "$(pli_create "$1" "$PLI_PIECES")" "$SENDER"
}
forget_message() { fetch -X DELETE -H "$SENDER" -o /dev/null "$(pli_url "$1")/api/v1/messages/$PLI_DRAFT"; }
forget_pli() {
  forget_message "$1"
  [ -z "$PIECES" ] || fetch -X DELETE -H "$SENDER" -o /dev/null "$(pli_url "$1")/api/v1/drafts/$PLI_PIECES"
  rest_clamd
}

# Waits until clamd has no more work, of which the next server must not suffer.
rest_clamd() {
  local pid before
  pid=$(cut -d' ' -f1 "$BENCH_HOME/pli/run/clamd.pid")
  while true; do
    before=$(cpu_ticks "$pid")
    sleep 1
    [ $(($(cpu_ticks "$pid") - before)) -gt 5 ] || return 0
  done
}
end_pli() { pli_run true --stop >>"$BENCH_HOME/pli.log" 2>&1 || true; rm -f "$BENCH_HOME/pli.pid"; }

# --- all ---

end_server() {
  local pid
  [ -f "$BENCH_HOME/$1.pid" ] || return 0
  pid=$(cat "$BENCH_HOME/$1.pid")
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
  rm -f "$BENCH_HOME/$1.pid"
}

end_all() {
  local server
  [ -n "${BENCH_HOME:-}" ] || return 0
  for server in nginx tus; do end_server "$server"; done
  [ ! -f "$BENCH_HOME/pli.pid" ] || end_pli
}
