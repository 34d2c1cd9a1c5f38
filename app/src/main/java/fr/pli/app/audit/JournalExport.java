package fr.pli.app.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.pli.exchange.journal.Entry;
import fr.pli.exchange.journal.JournalQuery;
import fr.pli.exchange.platform.Spreadsheet;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The journal as CSV (RFC 4180 with semicolons), read and written page by page, so that its length does not matter. */
@Component
public class JournalExport {

    private static final int PAGE = 1000;
    private static final List<String> TITLES = List.of(
            "seq",
            "at",
            "kind",
            "words",
            "actor",
            "actor_name",
            "acting_for",
            "acting_for_name",
            "message",
            "file",
            "subject",
            "subject_name",
            "fingerprint",
            "size",
            "source",
            "details");

    private final JournalReading reading;

    JournalExport(JournalReading reading) {
        this.reading = reading;
    }

    public void write(JournalQuery query, Locale locale, Writer to) throws IOException {
        var csv = CsvWriter.builder().fieldSeparator(';').build(to);
        csv.writeRecord(TITLES);
        UUID after = null;
        List<JournalRow> page;
        do {
            page = reading.read(query, after, PAGE, locale);
            for (JournalRow row : page) {
                csv.writeRecord(cells(row));
                after = row.entry().id();
            }
        } while (page.size() == PAGE);
        csv.flush();
    }

    private static List<String> cells(JournalRow row) {
        Entry entry = row.entry();
        String details = new TreeMap<>(entry.details())
                .entrySet().stream()
                        .map(detail -> detail.getKey() + "=" + detail.getValue())
                        .collect(Collectors.joining(" "));
        return Stream.<@Nullable Object>of(
                        entry.seq(),
                        entry.at(),
                        entry.kind(),
                        row.words(),
                        entry.actor(),
                        row.actor(),
                        entry.actingFor(),
                        row.actingFor(),
                        entry.message(),
                        entry.file(),
                        entry.subject(),
                        row.subject(),
                        entry.fingerprint(),
                        entry.size(),
                        entry.source(),
                        details)
                .map(JournalExport::cell)
                .toList();
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : Spreadsheet.cell(value.toString());
    }
}
