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
 * All offices with their members, one line for each member, as a file that spreadsheets open and {@link OfficeImports}
 * reads back.
 */
@Component
public class OfficeExport {

    /** What is exported to be read by people, and ignored by {@link OfficeImports}. */
    private static final List<String> SAID_BESIDE =
            List.of("directory.offices.member.name", "directory.offices.member.state");

    private final OfficeList offices;
    private final MessageSource messages;
    private final Journal journal;
    private final Units units;

    OfficeExport(OfficeList offices, MessageSource messages, Journal journal, Units units) {
        this.offices = offices;
        this.messages = messages;
        this.journal = journal;
        this.units = units;
    }

    /** @param by an administrator or support operator */
    public byte[] csv(Person by, Locale language) {
        List<Office> rows = offices.page(by, null, Integer.MAX_VALUE);
        units.run(() -> journal.append(Fact.of("directory.exported").by(by.id()).detail("entries", rows.size())));
        var text = new StringWriter();
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(Stream.concat(
                            Stream.of(OfficeColumn.values())
                                    .map(column -> column.titles().in(language)),
                            SAID_BESIDE.stream().map(column -> messages.getMessage(column, null, language)))
                    .toList());
            for (Office office : rows) {
                List<OfficeMember> members = offices.members(by, office.id());
                if (members.isEmpty()) {
                    csv.writeRecord(line(office, "", "", "", language));
                }
                members.forEach(member -> csv.writeRecord(line(
                        office,
                        member.person().email(),
                        member.person().name(),
                        messages.getMessage(
                                "directory.state." + member.person().state().name(), null, language),
                        language)));
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> line(Office office, String email, String name, String state, Locale language) {
        String open = messages.getMessage(
                office.open() ? "directory.offices.open" : "directory.offices.closed", null, language);
        return Stream.of(office.email(), office.name(), office.organisation(), open, email, name, state)
                .map(Spreadsheet::cell)
                .toList();
    }
}
