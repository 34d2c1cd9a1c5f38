# Expertises over HTTPS: the whole of one as a zip of 20 GB; a folder of 10,000 documents that 60 people read, 500
# expertises of one lawyer, the digest of the night that tells all of it (E-4, E-6, E-12, N-4).

ARCHIVED=${ARCHIVED:-10}

expertise() {
  install_packages curl node
  BENCH_HOME=${BENCH_HOME:-$(mktemp -d /tmp/pli-bench.XXXXXX)}
  PLI_PORT=19444
  begin_pli https
  EXPERT="Authorization: Bearer $(pli_demo EXPERT_TOKEN)"
  EXPERTISE=$(bench_sql "select id from expertise where rg = '25/01874'")
  NOTES=$(bench_sql "select id from folder where expertise = '$EXPERTISE' and kind = 'EXPERT_NOTES_AUX_PARTIES'")
  [ "$ARCHIVED" = 0 ] || whole_zip
  fill_expertise
  BASE=/expertises/$EXPERTISE
  RATE=${PAGE_RATE:-10}
  local round
  for round in warm measured; do
    say "Pages at $RATE requests/s, $round ..."
    load LAWYER $round dashboard=/expertises tree="$BASE" folder="$BASE/folders/$NOTES" by_name="$BASE/folders/$NOTES?sort=name" \
      documents="/api/v1$BASE/folders/$NOTES/documents?sort=-size" participants="$BASE/participants" search="/search?q=piece"
    load EXPERT $round expert_dashboard=/expertises expert_folder="$BASE/folders/$NOTES" board="$BASE/contradictoire"
  done
  night
  echo
  echo "| page | p50 ms | p99 ms | requests | wrong answers |"
  echo "|---|---:|---:|---:|---:|"
  awk '$1 == "measured" { printf "| %s | %s | %s | %s | %s |\n", $2, $3, $4, $5, $6 }' "$BENCH_HOME/pages"
  cat "$BENCH_HOME/figures"
}

# The expert deposits files of 2 GB, then a lawyer of the demonstration has the whole expertise; its bytes are counted.
whole_zip() {
  local number deposit file pid
  FILE=$BENCH_HOME/random.bin SIZE=2000000000
  [ -s "$FILE" ] || head -c "$SIZE" /dev/urandom >"$FILE"
  say "Depositing $ARCHIVED files of $SIZE bytes ..."
  for ((number = 1; number <= ARCHIVED; number++)); do
    # a message has 10 GB at most
    [ $(((number - 1) % 5)) != 0 ] || deposit=$(fetch -X POST -H "$EXPERT" "$(pli_url https)/api/v1/expertises/$EXPERTISE/folders/$NOTES/deposits" | json .id)
    file=$(tus_create "$(pli_url https)/api/v1/uploads" -H "$EXPERT" \
      -H "Upload-Metadata: filename $(printf 'volume %s.bin' "$number" | base64 -w0),container $(printf %s "$deposit" | base64 -w0)")
    tus_patch "$file" 0 "$FILE" -H "$EXPERT"
    [ $((number % 5)) != 0 ] || fetch -X POST -H "$EXPERT" -o /dev/null "$(pli_url https)/api/v1/expertises/$EXPERTISE/deposits/$deposit/confirm"
  done
  say "Waiting for the analysis ..."
  until [ "$(bench_sql "select count(*) from document where folder = '$NOTES' and length = $SIZE")" = "$ARCHIVED" ]; do sleep 2; done
  pid=$(cat "$BENCH_HOME/pli.pid")
  local before bytes began
  # the archive is what was there at a second, this one not included
  sleep 1
  before=$(awk '/^VmRSS/ { print $2 }' "/proc/$pid/status")
  reset_peak "$pid"
  began=$(now)
  bytes=$(fetch -H "$EXPERT" "$(pli_url https)/api/v1/expertises/$EXPERTISE/archive/zip?at=$(date +%s)" | wc -c)
  awk -v b="$bytes" -v t="$(elapsed "$began")" -v r="$before" -v p="$(peak_memory "$pid")" \
    'BEGIN { printf "whole expertise: %.2f GB in %.0f s, %.0f MB/s; resident %d MB before, at most %d MB meanwhile\n", b / 1e9, t, b / 1e6 / t, r / 1024, p / 1024 }' |
    tee "$BENCH_HOME/figures" >&2
}

fill_expertise() {
  say "Filling: 10,000 documents, 60 participants, 500 expertises ..."
  bench_sql "set @expertise = '$EXPERTISE', @folder = '$NOTES', @expert = (select id from person where email = '$(pli_demo EXPERT_EMAIL)'),
             @lawyer = (select id from person where email = '$(pli_demo LAWYER_EMAIL)');
             $(cat "$PROJECT/ops/bench.d/expertise.sql")" >"$BENCH_HOME/fill.log"
}

# The night begins now instead of at 00:00; what it tells was published yesterday.
night() {
  say "The night ..."
  bench_sql "delete from digest_night; delete from digest; update tasks set execution_time = utc_timestamp(3) where task_name = 'digest.night'"
  until [ "$(bench_sql "select count(*) from digest where told >= 10000")" -ge 60 ]; do sleep 1; done
  bench_sql "select concat('digests: ', count(*), ' people, ', sum(told), ' documents told in ',
    timestampdiff(microsecond, (select max(begun_at) from digest_night), max(made_at)) / 1000000, ' s') from digest where told > 0" |
    tee -a "$BENCH_HOME/figures" >&2
}
