# Durable sendings per second over 16 connections: with a comment only, and with one file of 10 kB that is analysed.

sends() {
  install_packages curl node
  BENCH_HOME=${BENCH_HOME:-$(mktemp -d /tmp/pli-bench.XXXXXX)}
  PLI_PORT=19444
  begin_pli https
  local kind
  for kind in comment file; do
    node "$PROJECT/ops/bench.d/sends.mjs" "$(pli_url https)" "$(pli_demo CLERK_TOKEN)" "$(pli_demo PARTNER_EMAIL)" $kind 16 5 >/dev/null
    node "$PROJECT/ops/bench.d/sends.mjs" "$(pli_url https)" "$(pli_demo CLERK_TOKEN)" "$(pli_demo PARTNER_EMAIL)" $kind 16 20
  done
}
