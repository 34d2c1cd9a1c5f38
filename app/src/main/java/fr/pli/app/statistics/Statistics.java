package fr.pli.app.statistics;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignInRefusal;
import fr.pli.exchange.platform.Time;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What administrators and auditors read (S-2): days, or spans of days, and their figures. */
@Service
public class Statistics {

    private final DailyFigures figures;
    private final JdbcClient jdbc;
    private final Clock clock;

    Statistics(DailyFigures figures, JdbcClient jdbc, Clock clock) {
        this.figures = figures;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Each day of the period, oldest first; a day that was not counted has none of the figures. */
    public List<Span> days(Person reader, Period period) {
        return spans(reader, period, 1);
    }

    /** The bars of a chart, oldest first; the last one ends today. */
    public List<Span> spans(Person reader, Period period) {
        return spans(reader, period, period.step());
    }

    /** Accounts that can sign in now. */
    public long activeAccounts() {
        return jdbc.sql("select count(*) from person where state = 'ACTIVE' and profile not in ('OFFICE', 'TEAM')")
                .query(Long.class)
                .single();
    }

    private List<Span> spans(Person reader, Period period, int step) {
        if (reader.profile() != Profile.ADMINISTRATOR && reader.profile() != Profile.AUDITOR) {
            throw SignInRefusal.FORBIDDEN.with();
        }
        LocalDate today = clock.instant().atZone(Time.PARIS).toLocalDate();
        LocalDate from = period.from(today);
        SortedMap<LocalDate, Map<Figure, Long>> days = figures.between(from, today);
        var spans = new ArrayList<Span>();
        for (LocalDate first = from; !first.isAfter(today); first = first.plusDays(step)) {
            LocalDate end = first.plusDays(step);
            spans.add(new Span(first, end.minusDays(1), together(days.subMap(first, end))));
        }
        return spans;
    }

    private static Map<Figure, Long> together(Map<LocalDate, Map<Figure, Long>> days) {
        var sum = new EnumMap<Figure, Long>(Figure.class);
        days.values()
                .forEach(day -> day.forEach(
                        (figure, value) -> sum.merge(figure, value, figure.level() ? Math::max : Long::sum)));
        return sum;
    }

    /** One day or several. @param last included */
    public record Span(LocalDate first, LocalDate last, Map<Figure, Long> figures) {

        public long of(Figure figure) {
            return figures.getOrDefault(figure, 0L);
        }

        /** Seconds that a file waited for its verdict on average, rounded up. */
        public long analysisMean() {
            long number = of(Figure.ANALYSES);
            return number == 0 ? 0 : Math.ceilDiv(of(Figure.ANALYSIS_SECONDS), number);
        }
    }
}
