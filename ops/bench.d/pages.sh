# Pages, lists, search and completion at 10,000 and at many messages, at a fixed rate of requests.

RATE=50
FEW=10000

READER_PAGES=(inbox=/messages oldest="/messages?sort=date" unread="/messages?filter=unread" rare="/messages?q=$((FEW - 10))"
  frequent="/messages?q=piece" words="/messages?q=rapport+dossier" message={first}/messages
  completion="/api/v1/directory/people?q=nom199" count="/api/v1/messages?limit=1")
WRITER_PAGES=(sent=/messages/sent sent_search="/messages/sent?q=expertise" drafts=/messages/drafts)

pages() {
  install_packages curl node
  BENCH_HOME=${BENCH_HOME:-$(mktemp -d /tmp/pli-bench.XXXXXX)}
  PLI_PORT=19444
  begin_pli https
  # a folder of an earlier run is taken as it is: only the many are measured again
  filled "$MESSAGES" || fill 1 $FEW
  say "Warming up for a minute and a half ..."
  LOAD_SECONDS=60 load PARTNER warm "${READER_PAGES[@]}"
  LOAD_SECONDS=30 load CLERK warm "${WRITER_PAGES[@]}"
  : >"$BENCH_HOME/pages"
  if ! filled "$MESSAGES"; then
    load_all $FEW
    fill $((FEW + 1)) "$MESSAGES"
  fi
  load_all "$MESSAGES"
  report_pages
}

load_all() {
  say "$1 messages, $RATE requests/s ..."
  load PARTNER "$1" "${READER_PAGES[@]}"
  load CLERK "$1" "${WRITER_PAGES[@]}"
}

filled() { [ -n "$(bench_sql "select 1 from message where reference = 'BENCH-$1'")" ]; }

# fill FROM TO: messages of the fixed world, by SQL, fifty thousand at a time.
fill() {
  local began from to
  began=$(now)
  say "Filling: messages $1 to $2, three files each, 20,000 people ..."
  for ((from = $1; from <= $2; from = to + 1)); do
    to=$((from + 49999 < $2 ? from + 49999 : $2))
    fill_some "$from" "$to"
  done
  bench_sql "analyze table message, recipient, file, attachment, message_token, person, person_token" >>"$BENCH_HOME/fill.log"
  say "filled in $(elapsed "$began" | cut -d. -f1) s; database: $(du -sh "$BENCH_HOME/pli/db/data" | cut -f1)"
}

fill_some() {
  bench_sql "set @from = $1, @to = $2, @reader = (select id from person where email = '$(pli_demo PARTNER_EMAIL)'),
             @writer = (select id from person where email = '$(pli_demo CLERK_EMAIL)');
             $(cat "$PROJECT/ops/bench.d/fill.sql")" >>"$BENCH_HOME/fill.log"
}

bench_sql() {
  "$BENCH_HOME/pli/db/engine/bin/mariadb" --no-defaults --skip-ssl --default-character-set=utf8mb4 --socket="$BENCH_HOME/pli/run/mariadb.sock" --user=root --batch \
    --skip-column-names pli -e "$1"
}

# load WHO LABEL NAME=PATH...: forty seconds (LOAD_SECONDS) for each list of pages.
load() {
  local who=$1 label=$2
  shift 2
  NODE_NO_WARNINGS=1 node "$PROJECT/ops/bench.d/load.mjs" "$(pli_url https)" "$(pli_demo ${who}_EMAIL)" "$(pli_demo ${who}_PASSWORD)" \
    "$RATE" "${LOAD_SECONDS:-40}" "$@" | sed "s/^/$label /" | tee -a "$BENCH_HOME/pages" >&2
}

report_pages() {
  echo
  echo "$(date -u +%F), $(nproc) processors, 20,000 people, $RATE requests/s, milliseconds from when each request was due"
  echo
  echo "| page | p50 at $FEW | p99 | p50 at $MESSAGES | p99 | p50 ratio | wrong answers |"
  echo "|---|---:|---:|---:|---:|---:|---:|"
  awk -v few=$FEW '$1 == few { a[$2] = $3; b[$2] = $4; w[$2] = $6; next }
    { printf "| %s | %s | %s | %s | %s | %.2f | %d |\n", $2, a[$2], b[$2], $3, $4, (a[$2] ? $3 / a[$2] : 0), w[$2] + $6 }' "$BENCH_HOME/pages"
}
