# The Debian packages that commands, or files named by their path, come from: installed when missing, by root; otherwise
# the line to type is printed.

RUN_COMMANDS=(mvn node npm openssl curl unzip setsid flock clamd freshclam)
TEST_COMMANDS=("${RUN_COMMANDS[@]}" chromium firefox-esr python3 certutil pk12util haproxy nginx
  /usr/lib/nginx/modules/ngx_http_js_module.so softhsm2-util Xvfb xdotool)

package_of() {
  case $1 in
    mvn) echo maven ;;
    node) echo nodejs ;;
    clamd) echo clamav-daemon ;;
    freshclam) echo clamav-freshclam ;;
    certutil | pk12util) echo libnss3-tools ;;
    */ngx_http_js_module.so) echo libnginx-mod-http-js ;;
    softhsm2-util) echo softhsm2 ;;
    Xvfb) echo xvfb ;;
    setsid | flock) echo util-linux ;;
    mariadbd | mariadb-install-db) echo mariadb-server-core ;;
    mariadb) echo mariadb-client-core ;;
    mariadb-upgrade) echo mariadb-client ;;
    *) echo "$1" ;;
  esac
}

has_command() {
  case $1 in
    /*) [ -e "$1" ] ;;
    *) PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null 2>&1 ;;
  esac
}

install_packages() {
  local name missing=()
  for name in "$@"; do
    has_command "$name" || missing+=("$(package_of "$name")")
  done
  PATH=$PATH:/usr/sbin:/sbin
  [ ${#missing[@]} -gt 0 ] || return 0
  mapfile -t missing < <(printf '%s\n' "${missing[@]}" | sort -u)
  has_command apt-get || fail "These programs are missing: ${missing[*]}"
  [ "$(id -u)" = 0 ] || fail "Some packages are missing. Please run:
    sudo apt-get install --no-install-recommends ${missing[*]}"
  say "Installing with apt: ${missing[*]}"
  apt-get update -qq
  # Machines without systemd have no services to start; those that have some need none of these.
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
