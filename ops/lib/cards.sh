# Cards of the local authority, for trying the card door: certificates with their keys in PKCS#12 files, as a browser
# imports them, and the authority's revocation list. With PLI_CARD_AUTHORITIES set, the authorities named there count
# and nothing is made.

# The people of the demonstration who have cards, and one whom nobody knows yet.
DEMO_CARDS=(CLERK MAGISTRAT DEPUTY EXPERT CO_EXPERT SAPITEUR NEWCOMER)
declare -A DEMO_CARD_NAMES=([CLERK]="Claire Morel" [MAGISTRAT]="Luc Arnaud" [DEPUTY]="Nadia Roche" [EXPERT]="Hélène Caron"
  [CO_EXPERT]="Marc Leroy" [SAPITEUR]="Julie Faure" [NEWCOMER]="Jeanne Vidal")

make_card_authority() {
  [ -z "${PLI_CARD_AUTHORITIES:-}" ] || return 0
  [ -s "$PLI_HOME/tls/ca.key" ] || return 0
  [ "${PLI_WEB_TLS:-true}" != false ] || [ -n "${PLI_CARD_PROXY_PORT:-}" ] || return 0
  make_revocation_list "$PLI_HOME/tls"
  export PLI_CARD_AUTHORITIES=$PLI_HOME/tls/ca.pem PLI_CARD_REVOCATION_LISTS=$PLI_HOME/tls/ca.crl
  if [ -n "${PLI_DEMO:-}" ]; then
    make_demo_cards
    open_both_doors
  fi
}

# In the demonstration court staff may also come in by password, so that it can be tried without importing a card; in
# real use they may not while there is a card door (A-2).
open_both_doors() {
  export PLI_ACCOUNT_DOORS_MAGISTRAT=${PLI_ACCOUNT_DOORS_MAGISTRAT:-PASSWORD,CERTIFICATE}
  export PLI_ACCOUNT_DOORS_GREFFIER=${PLI_ACCOUNT_DOORS_GREFFIER:-PASSWORD,CERTIFICATE}
  export PLI_ACCOUNT_DOORS_EXPERT=${PLI_ACCOUNT_DOORS_EXPERT:-PASSWORD,CERTIFICATE}
  export PLI_CARD_REGISTRATION_DOMAINS=${PLI_CARD_REGISTRATION_DOMAINS:-demo.example}
}

# Made again when cards were revoked since, or the authority is another.
make_revocation_list() {
  [ ! -s "$1/ca.crl" ] || [ "$1/ca.pem" -nt "$1/ca.crl" ] || [ ! "$1/ca.crl" -nt "$1/revoked.txt" ] || return 0
  authority_command "$1" -gencrl -crldays 3650 -out "$1/ca.crl.new"
  mv "$1/ca.crl.new" "$1/ca.crl"
}

# openssl ca with a configuration of its own: authority_command FOLDER OPTION...
authority_command() {
  local folder=$1
  shift
  [ -f "$folder/revoked.txt" ] || touch -r "$folder/ca.pem" "$folder/revoked.txt"
  [ -s "$folder/crlnumber" ] || echo 01 >"$folder/crlnumber"
  openssl ca -config <(
    printf '%s\n' "[ca]" "default_ca=local" "[local]" "database=$folder/revoked.txt" "crlnumber=$folder/crlnumber" \
      "certificate=$folder/ca.pem" "private_key=$folder/ca.key" "default_md=sha256" "unique_subject=no"
  ) "$@" 2>/dev/null
}

# Cards are made before the demonstration fills the installation, which then gives them to its people. Their passwords
# and places come into demo.env.
make_demo_cards() {
  local folder=$PLI_HOME/cards part
  [ ! -f "$PLI_HOME/demo.env" ] || return 0
  say "Making cards for the people of the demonstration in $(shown "$folder")"
  for part in "${DEMO_CARDS[@]}"; do
    make_card "$folder" "$part" "${DEMO_CARD_NAMES[$part]}"
  done
}

# make_card FOLDER FILE NAME: FILE.p12 with its password in FILE.password, and FILE.pem with the certificate alone.
make_card() {
  local work
  mkdir -p "$1"
  chmod 700 "$1"
  [ ! -s "$1/$2.p12" ] || return 0
  work=$(mktemp -d "$1/new.XXXXXX")
  (
    umask 077
    openssl req -new -newkey rsa:2048 -nodes -utf8 -subj "/C=FR/O=Pli (cartes locales)/CN=$3" \
      -keyout "$work/key" -out "$work/request" 2>/dev/null
    printf '%s\n' "basicConstraints=critical,CA:FALSE" "keyUsage=critical,digitalSignature" \
      "extendedKeyUsage=clientAuth" >"$work/extensions"
    openssl x509 -req -in "$work/request" -CA "$PLI_HOME/tls/ca.pem" -CAkey "$PLI_HOME/tls/ca.key" -days 1095 -sha256 \
      -set_serial "0x1$(openssl rand -hex 15)" -extfile "$work/extensions" -out "$work/pem" 2>/dev/null
    openssl rand -hex 8 | tr -d '\n' >"$work/password"
    openssl pkcs12 -export -inkey "$work/key" -in "$work/pem" -certfile "$PLI_HOME/tls/ca.pem" -name "$3" \
      -passout "file:$work/password" -out "$work/p12"
  )
  mv "$work/password" "$1/$2.password"
  mv "$work/pem" "$1/$2.pem"
  mv "$work/p12" "$1/$2.p12"
  rm -r "$work"
}
