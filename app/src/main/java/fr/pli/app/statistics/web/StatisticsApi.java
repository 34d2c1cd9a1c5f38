package fr.pli.app.statistics.web;

import fr.pli.app.statistics.Figure;
import fr.pli.app.statistics.Period;
import fr.pli.app.statistics.Statistics;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.statistics.CaseFigures;
import fr.pli.expertise.statistics.CaseStatistics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same numbers for programs (P-1). */
@RestController
class StatisticsApi {

    private final Statistics statistics;
    private final CaseStatistics cases;

    StatisticsApi(Statistics statistics, CaseStatistics cases) {
        this.statistics = statistics;
        this.cases = cases;
    }

    /** @param period {@code week}, {@code month} (default), {@code quarter} or {@code year} */
    @GetMapping("/api/v1/statistics")
    Days days(@SignedIn Person reader, @RequestParam(defaultValue = "") String period) {
        return new Days(
                statistics.days(reader, Period.of(period).orElse(Period.MONTH)).stream()
                        .map(Day::of)
                        .toList(),
                null);
    }

    /** One's own expertises, for experts and court staff. @param months how many, the present one included; at most 36 */
    @GetMapping("/api/v1/statistics/expertises")
    CaseFigures expertises(@SignedIn Person reader, @RequestParam(defaultValue = "12") int months) {
        return cases.of(reader, months);
    }

    /** Oldest first; a period is one page. */
    record Days(List<Day> items, @Nullable String next) {}

    /** The figures of one day (Europe/Paris). */
    record Day(LocalDate day, Map<String, Long> figures) {

        static Day of(Statistics.Span span) {
            return new Day(
                    span.first(),
                    Stream.of(Figure.values())
                            .collect(Collectors.toMap(Figure::key, span::of, Long::sum, java.util.TreeMap::new)));
        }
    }
}
