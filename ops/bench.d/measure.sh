# Time, CPU and memory of a transfer, and the table of medians.

TICKS=$(getconf CLK_TCK)

# measure SERVER SCHEME WHAT COMMAND...: one line of results.
measure() {
  local server=$1 scheme=$2 what=$3 pid cpu began seconds bytes=$SIZE
  shift 3
  pid=$(cat "$BENCH_HOME/$server.pid")
  reset_peak "$pid"
  cpu=$(cpu_ticks "$pid")
  began=$(now)
  "$@"
  seconds=$(elapsed "$began")
  cpu=$(($(cpu_ticks "$pid") - cpu))
  awk -v s="$server" -v c="$scheme" -v w="$what" -v t="$seconds" -v b="$bytes" -v u="$cpu" -v h="$TICKS" \
    -v m="$(peak_memory "$pid")" \
    'BEGIN { printf "%s %s %s %.1f %.2f %d\n", s, c, w, b / 1e6 / t, u / h / (b / 1e9), m / 1024 }' |
    tee -a "$RESULTS" >&2
}

now() { date +%s.%N; }
elapsed() { awk -v a="$1" -v b="$(now)" 'BEGIN { print b - a }'; }

# User and system time of a process and its children that live, in ticks.
cpu_ticks() {
  local pid total=0 stat
  for pid in $1 $(cat /proc/"$1"/task/*/children 2>/dev/null); do
    stat=$(cat "/proc/$pid/stat") || continue
    stat=${stat##*) }
    # shellcheck disable=SC2086 -- fields
    set -- $stat
    total=$((total + ${12} + ${13}))
  done
  echo "$total"
}

reset_peak() {
  local pid
  for pid in $1 $(cat /proc/"$1"/task/*/children 2>/dev/null); do echo 5 >"/proc/$pid/clear_refs" 2>/dev/null || true; done
}

# Peak resident memory of a process and its children in kB.
peak_memory() {
  local pid total=0
  for pid in $1 $(cat /proc/"$1"/task/*/children 2>/dev/null); do
    total=$((total + $(awk '/^VmHWM/ { print $2 }' "/proc/$pid/status")))
  done
  echo "$total"
}

# 1 when the slowest and the fastest round of one of Pli's transfers differ by more than a quarter, else 0.
unsteady() {
  awk -v scheme="$1" '$1 == "pli" && $2 == scheme {
      if (!($3 in low) || $4 < low[$3]) low[$3] = $4
      if ($4 > high[$3]) high[$3] = $4
    } END { for (what in low) if (high[what] > 1.25 * low[what]) wide = 1; print wide + 0 }' "$RESULTS"
}

# Medians by server, scheme and kind of transfer, as a Markdown table.
report() {
  echo
  echo "$(date -u +%F), $(nproc) processors ($(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo)), $SIZE bytes, medians of the rounds (Pli up: $(grep -c "^pli [a-z]* up " "$RESULTS") in all)"
  echo
  echo "| server | over | transfer | MB/s | CPU s/GB | peak MB |"
  echo "|---|---|---|---:|---:|---:|"
  cut -d' ' -f1-3 "$RESULTS" | awk '!seen[$0]++' | while read -r server scheme what; do
    echo "| $server | $scheme | $what | $(median "$server $scheme $what" 4) | $(median "$server $scheme $what" 5) | $(median "$server $scheme $what" 6) |"
  done
}

median() {
  grep "^$1 " "$RESULTS" | cut -d' ' -f"$2" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}
