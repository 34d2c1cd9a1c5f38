package fr.pli.exchange.account;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Spreadsheet;
import fr.pli.exchange.platform.Units;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The directory, or what a filter leaves of it, as a file that spreadsheets open and {@link Imports} reads back: UTF-8
 * with its mark, semicolons, no cell that runs as a formula.
 */
@Component
public class DirectoryExport {

    private static final int ALL = Integer.MAX_VALUE;

    private final DirectoryList list;
    private final ProfileNames profiles;
    private final MessageSource messages;
    private final Journal journal;
    private final Units units;

    DirectoryExport(DirectoryList list, ProfileNames profiles, MessageSource messages, Journal journal, Units units) {
        this.list = list;
        this.profiles = profiles;
        this.messages = messages;
        this.journal = journal;
        this.units = units;
    }

    /** Headers and words are in {@code language}; an import understands both. */
    public byte[] csv(Person by, DirectoryList.Filter filter, Locale language) {
        List<EntryRow> rows = list.page(by, filter, null, ALL);
        units.run(() -> journal.append(Fact.of("directory.exported").by(by.id()).detail("entries", rows.size())));
        var text = new StringWriter();
        text.write('\uFEFF');
        write(text, rows, language);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(StringWriter text, List<EntryRow> rows, Locale language) {
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(Stream.concat(
                            Stream.of(DirectoryColumn.values())
                                    .map(column -> column.titles().in(language)),
                            Stream.of(messages.getMessage("directory.field.state", null, language)))
                    .toList());
            rows.forEach(row -> csv.writeRecord(cells(row, language)));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private List<String> cells(EntryRow row, Locale language) {
        Person person = row.person();
        return Stream.of(
                        person.email(),
                        person.firstName(),
                        person.lastName(),
                        person.organisation(),
                        profiles.label(person.profile(), language),
                        person.language().getLanguage(),
                        person.zone().getId(),
                        messages.getMessage("directory.state." + row.state().name(), null, language))
                .map(Spreadsheet::cell)
                .toList();
    }
}
