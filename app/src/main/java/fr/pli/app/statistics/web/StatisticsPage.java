package fr.pli.app.statistics.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.pli.app.statistics.Charts;
import fr.pli.app.statistics.Figure;
import fr.pli.app.statistics.Period;
import fr.pli.app.statistics.Statistics;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Statistiques », for administrators and auditors (S-2). */
@Controller
class StatisticsPage {

    private final Statistics statistics;
    private final Charts charts;

    StatisticsPage(Statistics statistics, Charts charts) {
        this.statistics = statistics;
        this.charts = charts;
    }

    @GetMapping("/statistics")
    String page(@SignedIn Person reader, @RequestParam(defaultValue = "") String period, Model model) {
        Period chosen = Period.of(period).orElse(Period.MONTH);
        List<Statistics.Span> spans = statistics.spans(reader, chosen);
        model.addAttribute("period", chosen);
        model.addAttribute("periods", Period.values());
        model.addAttribute("charts", charts.of(spans));
        model.addAttribute("active", statistics.activeAccounts());
        model.addAttribute(
                "empty", spans.stream().allMatch(span -> span.figures().isEmpty()));
        return "statistics/statistics";
    }

    /** One line for each day, all figures as plain numbers. */
    @GetMapping("/statistics.csv")
    void csv(@SignedIn Person reader, @RequestParam(defaultValue = "") String period, HttpServletResponse response)
            throws IOException {
        List<Statistics.Span> days = statistics.days(reader, Period.of(period).orElse(Period.MONTH));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statistiques.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var csv = CsvWriter.builder().fieldSeparator(';').build(response.getWriter());
        csv.writeRecord(
                Stream.concat(Stream.of("day"), Stream.of(Figure.values()).map(Figure::key))
                        .toList());
        for (Statistics.Span day : days) {
            csv.writeRecord(Stream.concat(
                            Stream.of(day.first().toString()),
                            Stream.of(Figure.values()).map(figure -> Long.toString(day.of(figure))))
                    .toList());
        }
        csv.flush();
    }
}
