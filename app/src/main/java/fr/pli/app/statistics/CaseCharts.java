package fr.pli.app.statistics;

import fr.pli.app.statistics.Chart.Point;
import fr.pli.exchange.platform.Show;
import fr.pli.expertise.statistics.CaseFigures;
import fr.pli.expertise.statistics.CaseFigures.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The charts of experts and court staff, written as the reader writes numbers and months (S-2). */
@Component
public class CaseCharts {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("MM/yy");

    private final Show show;
    private final MessageSource messages;

    CaseCharts(Show show, MessageSource messages) {
        this.show = show;
        this.messages = messages;
    }

    public List<Chart> of(CaseFigures figures) {
        var charts = new ArrayList<Chart>();
        charts.add(chart(
                "states",
                figures.states().stream()
                        .map(one -> point("rights.state." + one.state(), one.expertises()))
                        .toList(),
                show::number,
                "expertises"));
        charts.add(chart(
                "phases",
                figures.phases().stream()
                        .map(one -> point(word(one.kind()), one.meanDays(), one.longestDays()))
                        .toList(),
                show::number,
                "mean_days",
                "longest_days"));
        if (!figures.answers().isEmpty()) {
            charts.add(chart(
                    "answers",
                    figures.answers().stream()
                            .map(one -> point("statistics.answer." + one.answer(), one.designations()))
                            .toList(),
                    show::number,
                    "designations"));
        }
        charts.add(months(
                figures,
                "expertises",
                show::number,
                month -> List.of(month.created(), month.ended()),
                "created",
                "ended"));
        charts.add(months(
                figures,
                "documents",
                show::number,
                month -> List.of(month.documents(), month.own()),
                "documents",
                "own"));
        charts.add(months(figures, "volume", show::size, month -> List.of(month.bytes()), "bytes"));
        return charts;
    }

    /** The words of the states are those of everywhere else. */
    private static String word(CaseFigures.Phase.Kind kind) {
        return (kind == CaseFigures.Phase.Kind.WHOLE ? "statistics.phase." : "rights.state.") + kind;
    }

    private static Chart chart(String key, List<Point> points, LongFunction<String> written, String... names) {
        return Chart.of(
                key, Stream.of(names).map(name -> "statistics.figure." + name).toList(), points, written);
    }

    private static Chart months(
            CaseFigures figures,
            String key,
            LongFunction<String> written,
            Function<Month, List<Long>> values,
            String... names) {
        return chart(
                key,
                figures.months().stream()
                        .map(month -> new Point(
                                MONTH.format(month.month()), BRIEF.format(month.month()), values.apply(month)))
                        .toList(),
                written,
                names);
    }

    private Point point(String key, Long... values) {
        String word = Objects.requireNonNull(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
        return new Point(word, word, List.of(values));
    }
}
