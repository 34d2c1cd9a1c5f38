package fr.pli.app.journey;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** « Statistiques » (S-2), read from the tables behind the charts as a person does. */
final class Figures {

    private final Window window;

    private Figures(Window window) {
        this.window = window;
    }

    /** Opens the page, and each table of it. */
    static Figures of(Window window) {
        window.open("/statistics");
        window.page().evaluate("document.querySelectorAll('main details').forEach(table => table.open = true)");
        window.looksRight();
        return new Figures(window);
    }

    /** Each row of a chart's table, its first figure. @param chart as the page's anchor names it */
    Map<String, String> first(String chart) {
        var rows = new TreeMap<String, String>();
        for (Locator row : rows(chart)) {
            rows.put(row.locator("th").innerText(), written(row.locator("td").first()));
        }
        return rows;
    }

    /** The rows of a chart by months in which there is anything: for each the figures in the order of the page. */
    List<List<String>> months(String chart) {
        return rows(chart).stream()
                .map(row ->
                        row.locator("td").all().stream().map(Figures::written).toList())
                .filter(figures -> figures.stream().anyMatch(figure -> !figure.matches("0( octets?)?")))
                .toList();
    }

    private List<Locator> rows(String chart) {
        return window.page()
                .locator("section[aria-labelledby=" + chart + "] tbody tr")
                .all();
    }

    private static String written(Locator cell) {
        return cell.innerText().replace('\u00a0', ' ').strip();
    }
}
