# What the tests took, part by part beside its budget, and their total, read from Surefire's reports.

# Lines "part seconds tests failures errors skipped", one for each test class.
test_classes() {
  find "$PROJECT" -path '*/target/surefire-reports/TEST-*.xml' -print0 |
    xargs -0 -r awk '
      function attribute(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
      /<testsuite / && !seen[FILENAME]++ {
        class = attribute("name")
        part = class ~ /[Jj]ourney|[Bb]rowser/ ? "browser" : class ~ /[Ff]ault|[Kk]ill/ ? "faults" : "integration"
        print part, attribute("time"), attribute("tests"), attribute("failures"), attribute("errors"), attribute("skipped")
      }'
}

# report_times SECONDS: all that is no test is the build's.
report_times() {
  test_classes | awk -v whole="$1" '
    { gsub(",", "", $2); spent[$1] += $2; tests += $2 }
    function line(part, seconds, budget) {
      printf "pli:   %-34s %2d min %02d s   budget %2d min%s\n", part, seconds / 60, seconds % 60, budget, (seconds > budget * 60 ? "   OVER" : "")
    }
    END {
      line("build", whole > tests ? whole - tests : 0, 5)
      line("unit and integration", spent["integration"], 7)
      line("browser", spent["browser"], 6)
      line("kills and faults", spent["faults"], 4)
      line("all", whole, 25)
    }'
}

# The closing line, in the words of Surefire, over all modules.
report_total() {
  test_classes | awk '
    { tests += $3; failures += $4; errors += $5; skipped += $6 }
    END {
      printf "[%s] Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", failures + errors ? "ERROR" : "INFO", tests, failures, errors, skipped
    }'
}
