# Settings of the scripts: environment first, then $PLI_HOME/settings.env, then these defaults. What the application
# itself reads is passed on in the environment under the same names (docs/settings.md).

read_settings() {
  PLI_HOME=${PLI_HOME:-$PROJECT/var}
  mkdir -p "$PLI_HOME"
  PLI_HOME=$(cd "$PLI_HOME" && pwd)
  chmod 700 "$PLI_HOME"
  read_settings_file "$PLI_HOME/settings.env"

  : "${PLI_WEB_PORT:=8443}"
  : "${PLI_CARD_PORT:=8444}"
  : "${PLI_WEB_MANAGEMENT_PORT:=8445}"
  : "${PLI_CATCHER_PORT:=8446}"
  : "${PLI_MAIL_CATCHER_PORT:=8447}"
  export PLI_HOME PLI_WEB_PORT PLI_CARD_PORT PLI_WEB_MANAGEMENT_PORT PLI_CATCHER_PORT PLI_MAIL_CATCHER_PORT

  # What only the scripts read; docs/settings.md is made from these lines.
  : "${PLI_DATABASE_PORT:=8449}"       # port of the MariaDB that ops/run starts, on 127.0.0.1 only
  : "${PLI_DATABASE_ENGINE:=bundled}"  # `bundled` (MariaDB 11.4 from Maven) or `debian` (packages mariadb-server-core and mariadb-client); with PLI_DATABASE_URL set, none is started
  : "${PLI_DATABASE_MEMORY:=auto}"    # MB of tables that the MariaDB started here keeps in memory; `auto` is an eighth of the machine's, 128 to 4096
  : "${PLI_SIGNATURES:=auto}"          # `auto` (Debian's, else fetched, else the test set), `test`, or a folder with ClamAV's databases
  : "${PLI_JVM_OPTIONS:=}"             # more options for the Java virtual machine

  RUN_FOLDER=$PLI_HOME/run
  mkdir -p "$RUN_FOLDER" "$PLI_HOME/log"
  SOCKET_FOLDER=$(socket_folder)
}

# Lines KEY=value with a name of ours; what the environment already says wins.
read_settings_file() {
  [ -f "$1" ] || return 0
  local line name
  while IFS= read -r line || [ -n "$line" ]; do
    [[ $line =~ ^(PLI_[A-Z0-9_]+)=(.*)$ ]] || continue
    name=${BASH_REMATCH[1]}
    [ -n "${!name+set}" ] || export "$name=${BASH_REMATCH[2]}"
  done <"$1"
}

# A socket's path may have 107 characters; a deep PLI_HOME gets a private folder elsewhere.
socket_folder() {
  if [ "${#PLI_HOME}" -le 80 ]; then
    printf '%s' "$RUN_FOLDER"
  else
    private_folder "${TMPDIR:-/tmp}"
  fi
}

# A folder of this installation and user alone below a shared one; refused when somebody else made it.
private_folder() {
  local folder
  folder=$1/pli-$(id -u)-$(printf '%s' "$PLI_HOME" | sha256sum | cut -c1-12)
  mkdir -m 700 "$folder" 2>/dev/null || true
  { [ -d "$folder" ] && [ ! -L "$folder" ] && [ -O "$folder" ]; } || fail "$folder belongs to somebody else; remove it."
  chmod 700 "$folder"
  printf '%s' "$folder"
}
