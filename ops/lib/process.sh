# Processes that outlive the script: each in a session of its own, known by PID and start time, ended by SIGTERM.

pid_file() { printf '%s' "$RUN_FOLDER/$1.pid"; }

# Only one start or stop at a time for one PLI_HOME.
exclusively() {
  [ -z "${LOCKED:-}" ] || return 0
  exec 9>"$RUN_FOLDER/lock"
  flock -n 9 || { say "Another ops/run is at work here; waiting for it."; flock 9; }
  LOCKED=1
}

release() {
  exec 9>&-
  LOCKED=
}

# launch NAME LOG COMMAND...: starts COMMAND in its own process group, output appended to LOG.
launch() {
  local name=$1 log=$2 pid
  shift 2
  setsid "$@" >>"$log" 2>&1 </dev/null 9>&- &
  pid=$!
  disown "$pid"
  echo "$pid $(started_at "$pid")" >"$(pid_file "$name")"
}

# When the kernel started a process, in its clock ticks: a PID used again has another one.
started_at() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
  stat=${stat##*) }
  set -- $stat
  echo "${20:-}"
}

# PID of a live process of ours, or nothing.
pid_of() {
  local pid start
  [ -f "$(pid_file "$1")" ] || return 0
  read -r pid start <"$(pid_file "$1")" || return 0
  if [ -n "${start:-}" ] && [ "$(started_at "$pid")" = "$start" ] && ! zombie "$pid"; then
    echo "$pid"
  fi
}

zombie() { grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null; }

alive() { [ -n "$(pid_of "$1")" ]; }

# terminate NAME SECONDS: SIGTERM, then waits; SIGKILL only when the time is over.
terminate() {
  local name=$1 seconds=$2 pid
  pid=$(pid_of "$name")
  rm -f "$(pid_file "$name")"
  [ -n "$pid" ] || return 0
  say "Stopping $name ..."
  kill -TERM "$pid" 2>/dev/null || return 0
  wait_until "$seconds" gone "$pid" || {
    warn "$name (process $pid) did not end within $seconds seconds; it is killed."
    kill -KILL -- "-$pid" 2>/dev/null || kill -KILL "$pid" 2>/dev/null || true
    wait_until 10 gone "$pid" || true
  }
}

gone() { [ ! -d "/proc/$1" ] || zombie "$1"; }

# wait_until SECONDS COMMAND...: tries five times a second.
wait_until() {
  local tries=$(($1 * 5))
  shift
  while ! "$@"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    sleep 0.2
  done
}

port_busy() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

need_port() {
  ! port_busy "$1" || fail "Port $1 ($2) is already used by another program. Stop it, or set $3 to another port."
}
