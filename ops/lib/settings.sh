# Settings of the scripts: environment first, then $PLI_HOME/settings.env, then these defaults. What the application
# itself reads is passed on in the environment under the same names (docs/settings.md).

read_settings() {
  PLI_HOME=${PLI_HOME:-$PROJECT/var}
  mkdir -p "$PLI_HOME"
  PLI_HOME=$(cd "$PLI_HOME" && pwd)
  chmod 700 "$PLI_HOME"
  read_settings_file "$PLI_HOME/settings.env"

  : "${PLI_WEB_PORT:=8443}"             # HTTPS
  : "${PLI_WEB_MANAGEMENT_PORT:=8445}"  # health and metrics, loopback only
  : "${PLI_MAIL_CATCHER_PORT:=8446}"    # page of the mail catcher, loopback only
  : "${PLI_DATABASE_PORT:=8449}"        # MariaDB, loopback only
  : "${PLI_DATABASE_ENGINE:=bundled}"   # bundled | debian; PLI_DATABASE_URL set: a server of your own
  : "${PLI_SIGNATURES:=auto}"           # auto | test | folder with ClamAV's databases
  : "${PLI_JVM_OPTIONS:=}"              # more options for the Java virtual machine
  export PLI_HOME PLI_WEB_PORT PLI_WEB_MANAGEMENT_PORT PLI_MAIL_CATCHER_PORT

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
