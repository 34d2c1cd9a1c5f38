package fr.pli.app.help;

import fr.pli.exchange.platform.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * « Nouveautés », newest first: entries {@code ## 2026-11-22 Title} followed by a line for each novelty, in
 * {@code news/<language>.txt}. Both languages have the same days.
 */
@Component
public class News {

    private static final String FILE = "news/%s.txt";
    private static final String ENTRY = "## ";
    private static final int DATE = 10;

    private final Map<String, List<Entry>> byLanguage = new HashMap<>();

    News() {
        for (String language : new String[] {"fr", "en"}) {
            byLanguage.put(language, entries(Library.read(FILE.formatted(language))));
        }
    }

    public List<Entry> all(Locale language) {
        return byLanguage.getOrDefault(language.getLanguage(), byLanguage.getOrDefault("fr", List.of()));
    }

    private static List<Entry> entries(String file) {
        var entries = new ArrayList<Entry>();
        for (String entry : file.split("(?m)^" + ENTRY)) {
            List<String> lines = Arrays.stream(entry.split("\n"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (!lines.isEmpty()) {
                String head = lines.getFirst();
                entries.add(new Entry(
                        LocalDate.parse(head.substring(0, DATE)),
                        head.substring(DATE).strip(),
                        lines.subList(1, lines.size())));
            }
        }
        return entries;
    }

    /** What was new on one day. */
    public record Entry(LocalDate day, String title, List<String> lines) {

        /** Noon of that day in Paris, for whatever writes dates. */
        public Instant at() {
            return day.atTime(12, 0).atZone(Time.PARIS).toInstant();
        }
    }
}
