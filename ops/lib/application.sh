# The application itself.

# Said before anything is started, so that nothing stays behind.
need_application_ports() {
  ! alive application || return 0
  need_port "$PLI_WEB_PORT" HTTPS PLI_WEB_PORT
  [ "${PLI_WEB_TLS:-true}" = false ] || [ "$PLI_CARD_PORT" -le 0 ] || need_port "$PLI_CARD_PORT" "card door" PLI_CARD_PORT
  need_port "$PLI_WEB_MANAGEMENT_PORT" management PLI_WEB_MANAGEMENT_PORT
  if [ -z "${PLI_MAIL_HOST:-}" ]; then
    need_port "$PLI_CATCHER_PORT" "page of the mail catcher" PLI_CATCHER_PORT
    need_port "$PLI_MAIL_CATCHER_PORT" "mail catcher" PLI_MAIL_CATCHER_PORT
  fi
}

start_application() {
  local log=$PLI_HOME/log/application.log
  if alive application; then
    say "The application is already running."
    [ -z "${PLI_DEMO:-}" ] || [ -f "$PLI_HOME/demo.env" ] || warn "It was started without --demo: stop it first, and start with an empty PLI_HOME."
    return 0
  fi
  # shellcheck disable=SC2206 -- the options are words
  local java=("$JAVA_HOME/bin/java" -Xmx512m -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED
    -Dfile.encoding=UTF-8 -Duser.timezone=UTC -Dlogging.file.name="$log" -Dlogging.threshold.console=OFF $PLI_JVM_OPTIONS)
  rehearse_start "${java[@]}"
  say "Starting the application ..."
  : >"$PLI_HOME/log/console.log"
  launch application "$PLI_HOME/log/console.log" "${java[@]}" -XX:AOTCache="$UNPACKED/pli.aot" -jar "$UNPACKED/pli.jar"
  wait_until 120 application_ready_or_dead || true
  if ! application_ready; then
    warn "The application does not become ready; the last lines of its log:"
    last_log_lines
    stop
    exit 1
  fi
}

# Goes once through the start without opening a door, and keeps the loaded classes: later starts take half the time.
# Without the cache, or with other options, the virtual machine starts as always.
rehearse_start() {
  [ ! -f "$UNPACKED/pli.aot" ] || return 0
  say "Preparing fast starts (once for each build, about half a minute) ..."
  "$@" -XX:AOTCacheOutput="$UNPACKED/pli.aot" -Dspring.context.exit=onRefresh -jar "$UNPACKED/pli.jar" \
    >"$PLI_HOME/log/rehearsal.log" 2>&1 || warn "That did not work ($(shown "$PLI_HOME/log/rehearsal.log")); starts take longer."
}

application_ready() {
  alive application &&
    curl -sf --max-time 5 -o /dev/null "http://127.0.0.1:$PLI_WEB_MANAGEMENT_PORT/actuator/health/readiness"
}

application_ready_or_dead() { ! alive application || application_ready; }

last_log_lines() {
  grep -vE '^[[:space:]]+(at |\.\.\. )' "$PLI_HOME/log/application.log" 2>/dev/null | tail -n 25 >&2 || true
  tail -n 25 "$PLI_HOME/log/console.log" >&2
}

show_addresses() {
  say "Ready."
  if [ "${PLI_WEB_TLS:-true}" = false ]; then
    say "  Pli            http://localhost:$PLI_WEB_PORT (HTTPS is spoken by your proxy)"
  else
    say "  Pli            https://localhost:$PLI_WEB_PORT"
    [ -z "${PLI_CARD_AUTHORITIES:-}" ] ||
      say "  card door      https://localhost:$PLI_CARD_PORT (cards of the local authority: ops/card)"
  fi
  [ -n "${PLI_MAIL_HOST:-}" ] || say "  mails caught   http://127.0.0.1:$PLI_CATCHER_PORT"
  say "  management     http://127.0.0.1:$PLI_WEB_MANAGEMENT_PORT/actuator"
  [ ! -f "$PLI_HOME/tls/ca.pem" ] || say "  authority      $(shown "$PLI_HOME/tls/ca.pem") (import it into your browser)"
  [ ! -f "$PLI_HOME/demo.env" ] || say "  demonstration  $(shown "$PLI_HOME/demo.env")"
  show_demo_cards
  # The one-time link of the first start: the application says it on its console and nowhere else.
  ! grep -q /setup/ "$PLI_HOME/log/console.log" || cat "$PLI_HOME/log/console.log"
}

# How a card of the demonstration comes into a browser, as somebody who has never done it needs it.
show_demo_cards() {
  [ -f "$PLI_HOME/demo.env" ] && [ -s "$PLI_HOME/cards/CLERK.p12" ] && [ -n "${PLI_CARD_AUTHORITIES:-}" ] || return 0
  say "  cards to try   Chromium: ops/card import CLERK, then close all its windows and open it again"
  say "                 Firefox: Settings, Certificates, Your Certificates, Import: $(shown "$PLI_HOME/cards/CLERK.p12"),"
  say "                 its password is in CLERK.password beside it; others: MAGISTRAT, EXPERT, NEWCOMER (known to nobody)"
}

show_status() {
  local name
  for name in MariaDB clamd freshclam application; do
    if alive "$name"; then say "$name: running (process $(pid_of "$name"))"; else say "$name: not running"; fi
  done
}

stop_application() { terminate application 45; }
