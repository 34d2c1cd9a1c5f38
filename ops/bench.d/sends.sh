# Durable sendings per second over 16 connections: with a comment only, and with one file of 10 kB that is analysed. Each
# sending also makes two mails, which go to the caught mails of the same process; a minute of warm-up, then three rounds.

sends() {
  install_packages curl node
  BENCH_HOME=${BENCH_HOME:-$(mktemp -d /tmp/pli-bench.XXXXXX)}
  PLI_PORT=19444
  begin_pli https
  local kind round
  for kind in comment file; do
    send_some $kind 60 >/dev/null
    for round in 1 2 3; do send_some $kind 20; done
  done
}

send_some() {
  node "$PROJECT/ops/bench.d/sends.mjs" "$(pli_url https)" "$(pli_demo CLERK_TOKEN)" "$(pli_demo PARTNER_EMAIL)" "$1" 16 "$2"
}
