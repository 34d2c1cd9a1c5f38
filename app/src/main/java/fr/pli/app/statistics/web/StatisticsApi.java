package fr.pli.app.statistics.web;

import fr.pli.app.statistics.Figure;
import fr.pli.app.statistics.Period;
import fr.pli.app.statistics.Statistics;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
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

    StatisticsApi(Statistics statistics) {
        this.statistics = statistics;
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
