# HTTPS for this machine: a certification authority of its own, made once, and a server certificate renewed in time.
# With PLI_TLS_CERTIFICATE and PLI_TLS_KEY set, those PEM files are used and nothing is made.

make_certificates() {
  [ -z "${PLI_TLS_CERTIFICATE:-}" ] || return 0
  local folder=$PLI_HOME/tls
  mkdir -p "$folder"
  chmod 700 "$folder"
  make_authority "$folder"
  make_server_certificate "$folder"
  export PLI_TLS_CERTIFICATE=$folder/server.pem PLI_TLS_KEY=$folder/server.key
}

make_authority() {
  [ ! -s "$1/ca.pem" ] || [ ! -s "$1/ca.key" ] || return 0
  say "Making a local certification authority: $(shown "$1/ca.pem")"
  (
    umask 077
    openssl req -x509 -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -sha256 \
      -subj "/CN=Pli local CA $(hostname) $(date +%Y-%m-%d)" \
      -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
      -keyout "$1/ca.key.new" -out "$1/ca.pem.new" 2>/dev/null
  )
  mv "$1/ca.key.new" "$1/ca.key"
  mv "$1/ca.pem.new" "$1/ca.pem"
  chmod 644 "$1/ca.pem"
  rm -f "$1/server.pem"
}

# Kept while it lasts 30 more days and names this machine.
make_server_certificate() {
  local names work
  names=$(server_names)
  if [ -s "$1/server.pem" ] && [ -s "$1/server.key" ] && [ "$(cat "$1/server.names" 2>/dev/null)" = "$names" ] &&
    openssl x509 -in "$1/server.pem" -noout -checkend $((30 * 86400)) >/dev/null; then
    return 0
  fi
  say "Making the server's certificate for $names"
  work=$(mktemp -d "$1/new.XXXXXX")
  (
    umask 077
    openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=localhost" \
      -keyout "$work/server.key" -out "$work/server.csr" 2>/dev/null
    printf '%s\n' "basicConstraints=critical,CA:FALSE" "keyUsage=critical,digitalSignature" \
      "extendedKeyUsage=serverAuth" "subjectAltName=$names" >"$work/extensions"
    openssl x509 -req -in "$work/server.csr" -CA "$1/ca.pem" -CAkey "$1/ca.key" -days 397 -sha256 \
      -set_serial "0x$(openssl rand -hex 16)" -extfile "$work/extensions" -out "$work/server.pem" 2>/dev/null
  )
  cat "$1/ca.pem" >>"$work/server.pem"
  mv "$work/server.key" "$1/server.key"
  mv "$work/server.pem" "$1/server.pem"
  printf '%s' "$names" >"$1/server.names"
  rm -r "$work"
}

server_names() {
  local name
  name=$(hostname -f 2>/dev/null || hostname)
  printf 'DNS:localhost,IP:127.0.0.1,IP:0:0:0:0:0:0:0:1'
  [[ ! $name =~ ^[A-Za-z0-9.-]+$ ]] || [ "$name" = localhost ] || printf ',DNS:%s' "$name"
}
