# clamd: its own process with its own configuration under $PLI_HOME/clamd. It writes the clear bytes of what it analyses
# into its TemporaryDirectory, which therefore lies in memory. With PLI_ATTACHMENT_CLAMD_SOCKET set, nothing is started.

start_clamd() {
  [ -z "${PLI_ATTACHMENT_CLAMD_SOCKET:-}" ] || { say "clamd: $PLI_ATTACHMENT_CLAMD_SOCKET"; return 0; }
  CLAMD=$PLI_HOME/clamd
  export PLI_ATTACHMENT_CLAMD_CONFIGURATION=$CLAMD/clamd.conf
  mkdir -p "$CLAMD/db"
  chmod 700 "$CLAMD"
  export PLI_ATTACHMENT_CLAMD_SOCKET=$SOCKET_FOLDER/clamd.sock
  if alive clamd; then
    say "clamd is already running."
  else
    find_signatures
    configure_clamd
    run_clamd
  fi
  share_spool
  tell_signatures
}

# How the clamd that ops/run starts is reached, for who only looks.
clamd_settings() {
  [ -z "${PLI_ATTACHMENT_CLAMD_SOCKET:-}" ] || return 0
  CLAMD=$PLI_HOME/clamd
  export PLI_ATTACHMENT_CLAMD_CONFIGURATION=$CLAMD/clamd.conf PLI_ATTACHMENT_CLAMD_SOCKET=$SOCKET_FOLDER/clamd.sock
  [ ! -f "$CLAMD/clamd.conf" ] || share_spool
}

# SIGNATURES: the folder of databases clamd reads. Official ones of the machine, else our own copy, else the test set.
find_signatures() {
  SIGNATURES=$CLAMD/db
  case $PLI_SIGNATURES in
    auto)
      if official /var/lib/clamav; then
        SIGNATURES=/var/lib/clamav
      else
        update_signatures
      fi
      ;;
    test) rm -f "$CLAMD"/db/*.c?d ;;
    *)
      [ -d "$PLI_SIGNATURES" ] || fail "PLI_SIGNATURES is '$PLI_SIGNATURES'; it can be 'auto', 'test' or a folder with ClamAV's databases."
      SIGNATURES=$PLI_SIGNATURES
      ;;
  esac
  # Ours of Zip64 headers: without them the application refuses packed archives (ADR 0037).
  if [ -w "$SIGNATURES" ]; then
    cp "$PROJECT/ops/signatures/pli-zip64.ndb" "$SIGNATURES/"
  else
    [ -f "$SIGNATURES/pli-zip64.ndb" ] || warn "Please copy ops/signatures/pli-zip64.ndb to $SIGNATURES: until then archives such as 7z and tar.gz are refused."
  fi
  if [ "$SIGNATURES" = "$CLAMD/db" ]; then
    rm -f "$CLAMD"/db/pli-test.*
    official "$SIGNATURES" || cp "$PROJECT"/ops/signatures/pli-test.* "$CLAMD/db/"
  fi
}

official() { compgen -G "$1/main.c[vl]d" >/dev/null && compgen -G "$1/daily.c[vl]d" >/dev/null; }

# Bounded: without a network it gives up at once, a first download takes a few minutes.
update_signatures() {
  say "Asking ClamAV's mirror for signatures ..."
  cat >"$CLAMD/freshclam.conf" <<CONF
DatabaseDirectory $CLAMD/db
DatabaseOwner $(id -un)
UpdateLogFile $PLI_HOME/log/freshclam.log
LogTime yes
PidFile $RUN_FOLDER/freshclam-daemon.pid
DatabaseMirror database.clamav.net
DNSDatabaseInfo current.cvd.clamav.net
NotifyClamd $CLAMD/clamd.conf
ConnectTimeout 5
ReceiveTimeout 60
MaxAttempts 1
Checks 12
CONF
  timeout --kill-after=5 600 "$(unconfined freshclam)" --config-file="$CLAMD/freshclam.conf" --stdout \
    >>"$PLI_HOME/log/freshclam.out" 2>&1 9>&- || true
}

# AppArmor lets Debian's clamd and freshclam read their own folders only; a copy under another path is not confined.
unconfined() {
  if [ "$(cat /sys/module/apparmor/parameters/enabled 2>/dev/null)" = Y ]; then
    mkdir -p "$CLAMD/bin"
    cp -u "$(command -v "$1")" "$CLAMD/bin/$1"
    echo "$CLAMD/bin/$1"
  else
    command -v "$1"
  fi
}

# Limits: 2,147,483,645 is the most clamd can; the product accepts files up to 2,000,000,000 bytes.
configure_clamd() {
  local spool
  spool=$(clamd_spool)
  find "$spool" -mindepth 1 -delete
  cat >"$CLAMD/clamd.conf" <<CONF
LocalSocket $PLI_ATTACHMENT_CLAMD_SOCKET
LocalSocketMode 600
FixStaleSocket yes
PidFile $RUN_FOLDER/clamd-own.pid
User $(id -un)
Foreground yes
LogTime yes
DatabaseDirectory $SIGNATURES
TemporaryDirectory $spool
StreamMaxLength 2147483645
MaxFileSize 2147483645
MaxScanSize 0
MaxScanTime 900000
MaxRecursion 17
MaxFiles 10000
MaxThreads 8
ReadTimeout 300
CommandReadTimeout 30
IdleTimeout 60
AlertExceedsMax yes
AlertEncrypted yes
DisableCache yes
ConcurrentDatabaseReload no
SelfCheck 600
ExitOnOOM yes
CONF
}

clamd_spool() {
  if [ -d /dev/shm ] && [ -w /dev/shm ]; then
    private_folder /dev/shm
  else
    warn "There is no /dev/shm: clamd's clear copies go to $CLAMD/tmp, which must be an encrypted volume."
    mkdir -p -m 700 "$CLAMD/tmp"
    printf '%s' "$CLAMD/tmp"
  fi
}

# Several files are analysed at once as far as their clear copies fit into the spool.
share_spool() {
  local free
  free=$(($(df --output=avail -B1M "$(sed -n 's/^TemporaryDirectory //p' "$CLAMD/clamd.conf")" | tail -1) * 9 / 10))
  if [ "$free" -lt 4200 ]; then
    [ "$free" -ge 1910 ] || warn "Only $free MB of memory are free for analysis: files larger than that will wait for ever."
    : "${PLI_ATTACHMENT_CLAMD_TEMPORARY:=${free}MB}"
    export PLI_ATTACHMENT_CLAMD_TEMPORARY
  fi
}

run_clamd() {
  say "Starting clamd ..."
  # It tells the date of its signatures in its own time zone; the application's is UTC.
  TZ=UTC launch clamd "$PLI_HOME/log/clamd.log" "$(unconfined clamd)" --config-file="$CLAMD/clamd.conf"
  wait_until 180 clamd_answers || {
    tail -5 "$PLI_HOME/log/clamd.log" >&2
    warn "clamd did not start; files will wait for their analysis. See $(shown "$PLI_HOME/log/clamd.log")."
    return 0
  }
  if [ "$PLI_SIGNATURES" = auto ] && [ "$SIGNATURES" = "$CLAMD/db" ] && ! alive freshclam; then
    launch freshclam "$PLI_HOME/log/freshclam.out" "$(unconfined freshclam)" --daemon --foreground --config-file="$CLAMD/freshclam.conf"
  fi
}

clamd_answers() {
  alive clamd || return 1
  [ "$(clamd_says PING)" = PONG ]
}

# One command to clamd over its socket, and its reply.
clamd_says() {
  timeout 5 perl -MIO::Socket::UNIX -e '
    my $clamd = IO::Socket::UNIX->new(Peer => $ARGV[0]) or exit 1;
    print $clamd "n$ARGV[1]\n"; $clamd->flush; print <$clamd>;' "$PLI_ATTACHMENT_CLAMD_SOCKET" "$1" || true
}

tell_signatures() {
  local version
  version=$(clamd_says VERSION)
  case $version in
    */*/*) say "clamd is ready: $version" ;;
    *)
      loud "clamd has no official signatures: they could not be fetched here." \
        "Only the EICAR TEST SIGNATURE is loaded. NO REAL VIRUS WILL BE FOUND." \
        "Put ClamAV's databases into a folder and set PLI_SIGNATURES to it," \
        "or give this machine access to database.clamav.net; then start again."
      ;;
  esac
}

stop_clamd() {
  terminate freshclam 20
  terminate clamd 60
}
