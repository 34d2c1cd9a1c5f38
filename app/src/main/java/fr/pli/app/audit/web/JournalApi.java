package fr.pli.app.audit.web;

import fr.pli.app.audit.JournalFilter;
import fr.pli.app.audit.JournalReading;
import fr.pli.app.audit.JournalRow;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.journal.Entry;
import fr.pli.exchange.journal.JournalQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal for programs: {@code /journal} for auditors, {@code /me/journal} for everybody's own; newest first. */
@RestController
@RequestMapping("/api/v1")
class JournalApi {

    private static final int LONGEST_PAGE = 500;

    private final JournalReading reading;

    JournalApi(JournalReading reading) {
        this.reading = reading;
    }

    /** One line. {@code seq} is null for the moment before it has its number. */
    record Line(
            UUID id,
            @Nullable Long seq,
            Instant at,
            String kind,
            String words,
            @Nullable UUID actor,
            @Nullable UUID actingFor,
            @Nullable UUID message,
            @Nullable UUID file,
            @Nullable UUID subject,
            @Nullable String fingerprint,
            @Nullable Long size,
            @Nullable String source,
            Map<String, String> details) {

        static Line of(JournalRow row) {
            Entry entry = row.entry();
            return new Line(
                    entry.id(),
                    entry.seq(),
                    entry.at(),
                    entry.kind(),
                    row.words(),
                    entry.actor(),
                    entry.actingFor(),
                    entry.message(),
                    entry.file(),
                    entry.subject(),
                    entry.fingerprint(),
                    entry.size(),
                    entry.source(),
                    entry.details());
        }
    }

    /** {@code next} is given back as {@code after} for the page that follows; null on the last one. */
    record Lines(List<Line> items, @Nullable UUID next) {}

    @GetMapping("/journal")
    Lines everything(
            @SignedIn Person reader,
            JournalFilter filter,
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit,
            Locale locale) {
        return lines(reading.everything(reader, filter), after, limit, locale);
    }

    @GetMapping("/me/journal")
    Lines own(
            @SignedIn Person reader,
            JournalFilter filter,
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit,
            Locale locale) {
        return lines(reading.own(reader, filter), after, limit, locale);
    }

    private Lines lines(JournalQuery query, @Nullable UUID after, int limit, Locale locale) {
        int size = Math.clamp(limit, 1, LONGEST_PAGE);
        List<JournalRow> rows = reading.read(query, after, size + 1, locale);
        List<JournalRow> page = rows.subList(0, Math.min(size, rows.size()));
        return new Lines(
                page.stream().map(Line::of).toList(),
                rows.size() > size ? page.getLast().entry().id() : null);
    }
}
