package fr.pli.app.statistics.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.pli.app.statistics.CaseCharts;
import fr.pli.app.statistics.CaseTable;
import fr.pli.app.statistics.Charts;
import fr.pli.app.statistics.Figure;
import fr.pli.app.statistics.Period;
import fr.pli.app.statistics.Statistics;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.statistics.CaseFigures;
import fr.pli.expertise.statistics.CaseStatistics;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Statistiques »: the platform's for administrators and auditors, one's own expertises for experts and court staff (S-2). */
@Controller
class StatisticsPage {

    private static final List<Integer> MONTHS = List.of(12, 24, CaseStatistics.MOST_MONTHS);

    private final Statistics statistics;
    private final Charts charts;
    private final CaseStatistics cases;
    private final CaseCharts caseCharts;

    StatisticsPage(Statistics statistics, Charts charts, CaseStatistics cases, CaseCharts caseCharts) {
        this.statistics = statistics;
        this.charts = charts;
        this.cases = cases;
        this.caseCharts = caseCharts;
    }

    @GetMapping("/statistics")
    String page(
            @SignedIn Person reader,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String months,
            Model model) {
        return CaseStatistics.open(reader.profile())
                ? ofCases(reader, chosen(months), model)
                : ofPlatform(reader, period, model);
    }

    private String ofCases(Person reader, int months, Model model) {
        CaseFigures figures = cases.of(reader, months);
        model.addAttribute("months", months);
        model.addAttribute("choices", MONTHS);
        model.addAttribute("charts", caseCharts.of(figures));
        model.addAttribute("empty", figures.states().stream().allMatch(state -> state.expertises() == 0));
        return "statistics/cases";
    }

    private static int chosen(String months) {
        return MONTHS.stream()
                .filter(choice -> choice.toString().equals(months))
                .findFirst()
                .orElse(MONTHS.getFirst());
    }

    private String ofPlatform(Person reader, String period, Model model) {
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

    /** One line for each day, or for each figure of one's own expertises; plain numbers. */
    @GetMapping("/statistics.csv")
    void csv(
            @SignedIn Person reader,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String months,
            HttpServletResponse response)
            throws IOException {
        if (CaseStatistics.open(reader.profile())) {
            CaseFigures figures = cases.of(reader, chosen(months));
            var csv = file(response);
            csv.writeRecord(CaseTable.HEADS);
            CaseTable.lines(figures).forEach(csv::writeRecord);
            csv.flush();
            return;
        }
        List<Statistics.Span> days = statistics.days(reader, Period.of(period).orElse(Period.MONTH));
        var csv = file(response);
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

    private static CsvWriter file(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statistiques.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return CsvWriter.builder().fieldSeparator(';').build(response.getWriter());
    }
}
