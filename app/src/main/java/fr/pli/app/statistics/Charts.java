package fr.pli.app.statistics;

import fr.pli.exchange.platform.Show;
import fr.pli.exchange.platform.Time;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The charts of the page, written as the reader writes numbers and dates. */
@Component
public class Charts {

    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("dd/MM");

    private final Show show;

    Charts(Show show) {
        this.show = show;
    }

    public List<Chart> of(List<Statistics.Span> spans) {
        LongFunction<String> seconds = value -> show.number(value) + "\u00a0s";
        return List.of(
                chart("sendings", spans, show::number, Figure.SENDINGS),
                chart("files", spans, show::number, Figure.FILES, Figure.DOWNLOADS),
                chart("bytes", spans, show::size, Figure.BYTES),
                chart("stored", spans, show::size, Figure.STORED),
                chart("accounts", spans, show::number, Figure.SIGNED_IN),
                chart("mails", spans, show::number, Figure.MAILS_ACCEPTED, Figure.MAILS_DEFERRED, Figure.MAILS_REFUSED),
                chart("bounces", spans, show::number, Figure.MAILS_BOUNCED),
                chart(
                        "analysis",
                        List.of("ANALYSIS_MEAN", Figure.ANALYSIS_LONGEST.name()),
                        spans,
                        seconds,
                        span -> List.of(span.analysisMean(), span.of(Figure.ANALYSIS_LONGEST))));
    }

    private Chart chart(String key, List<Statistics.Span> spans, LongFunction<String> written, Figure... figures) {
        return chart(key, Stream.of(figures).map(Figure::name).toList(), spans, written, span -> Stream.of(figures)
                .map(span::of)
                .toList());
    }

    private Chart chart(
            String key,
            List<String> names,
            List<Statistics.Span> spans,
            LongFunction<String> written,
            Function<Statistics.Span, List<Long>> values) {
        return Chart.of(
                key,
                names.stream().map(name -> "statistics.figure." + name).toList(),
                spans.stream()
                        .map(span -> new Chart.Point(name(span), BRIEF.format(span.first()), values.apply(span)))
                        .toList(),
                written);
    }

    private String name(Statistics.Span span) {
        return span.first().equals(span.last()) ? day(span.first()) : day(span.first()) + " – " + day(span.last());
    }

    private String day(LocalDate day) {
        return show.day(day.atTime(12, 0).atZone(Time.PARIS).toInstant());
    }
}
