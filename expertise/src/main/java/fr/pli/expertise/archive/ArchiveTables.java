package fr.pli.expertise.archive;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.pli.exchange.platform.Spreadsheet;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tables of an archive for spreadsheets; moments in UTC, as ISO 8601 writes them. */
@Component
class ArchiveTables {

    private final MessageSource messages;

    ArchiveTables(MessageSource messages) {
        this.messages = messages;
    }

    byte[] documents(List<ArchivedDocument> documents, Locale language) {
        return table(
                List.of("path", "folder", "cote", "name", "size", "fingerprint", "depositor", "added"),
                documents.stream()
                        .map(document -> List.of(
                                document.path(),
                                document.folder(),
                                Objects.requireNonNullElse(document.stored().cote(), ""),
                                document.stored().name(),
                                String.valueOf(document.stored().length()),
                                document.stored().sha256(),
                                document.stored().depositorName(),
                                document.stored().publishedAt().toString())),
                language);
    }

    byte[] receipts(List<ArchivedReceipts.Line> lines, Locale language) {
        return table(
                List.of("path", "reader", "told", "seen", "downloaded"),
                lines.stream()
                        .map(line -> List.of(
                                line.document().path(),
                                line.reader(),
                                moment(line.facts().told()),
                                moment(line.facts().seen()),
                                moment(line.facts().downloaded()))),
                language);
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    private byte[] table(List<String> columns, Stream<List<String>> lines, Locale language) {
        var text = new StringWriter();
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(columns.stream()
                    .map(column -> messages.getMessage("archive.column." + column, null, language))
                    .toList());
            lines.forEach(
                    line -> csv.writeRecord(line.stream().map(Spreadsheet::cell).toList()));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
