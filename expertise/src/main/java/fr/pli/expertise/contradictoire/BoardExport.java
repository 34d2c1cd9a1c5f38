package fr.pli.expertise.contradictoire;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Show;
import fr.pli.exchange.platform.Spreadsheet;
import fr.pli.exchange.platform.Units;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The whole board as a file that spreadsheets open: a line for each document, a column for each person (E-9). */
@Component
public class BoardExport {

    private static final int PAGE = 500;

    private static final List<String> COLUMNS = List.of("folder", "party", "cote", "document", "depositor", "added");

    private final Boards boards;
    private final Directory directory;
    private final MessageSource messages;
    private final Show show;
    private final Journal journal;
    private final Units units;

    BoardExport(Boards boards, Directory directory, MessageSource messages, Show show, Journal journal, Units units) {
        this.boards = boards;
        this.directory = directory;
        this.messages = messages;
        this.show = show;
        this.journal = journal;
        this.units = units;
    }

    public byte[] csv(Person person, UUID expertise, Locale language) {
        Board first = boards.board(person, expertise, null, PAGE);
        var text = new StringWriter();
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(heads(first, language));
            for (Board board = first; ; ) {
                lines(board, language).forEach(csv::writeRecord);
                UUID next = board.next();
                if (next == null) {
                    break;
                }
                board = boards.board(person, expertise, next, PAGE);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        units.run(() -> journal.append(Fact.of("contradictoire.exported")
                .by(person.id())
                .about(expertise)
                .detail("documents", first.documents())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> heads(Board board, Locale language) {
        List<String> heads = new ArrayList<>();
        COLUMNS.forEach(column -> heads.add(word("contradictoire.column." + column, language)));
        board.columns()
                .forEach(column -> heads.add(Spreadsheet.cell(column.name() + " ("
                        + column.roles().stream()
                                .map(role -> word("rights.role." + role, language))
                                .collect(Collectors.joining(", "))
                        + ")")));
        return heads;
    }

    private List<List<String>> lines(Board board, Locale language) {
        Map<UUID, Person> depositors = directory.findAll(
                board.rows().stream().map(Board.Row::depositor).distinct().toList());
        return board.rows().stream()
                .map(row -> {
                    List<String> line = new ArrayList<>(List.of(
                            word("rights.folder." + row.folder(), language),
                            Spreadsheet.cell(Objects.requireNonNullElse(row.owner(), "")),
                            Spreadsheet.cell(Objects.requireNonNullElse(row.cote(), "")),
                            Spreadsheet.cell(row.name()),
                            Spreadsheet.cell(name(depositors.get(row.depositor()))),
                            show.instant(row.publishedAt())));
                    row.cells().forEach(cell -> line.add(cell(cell, language)));
                    return line;
                })
                .toList();
    }

    private static String name(@Nullable Person person) {
        return person == null ? "" : person.name();
    }

    private String cell(Board.Cell cell, Locale language) {
        String reach = word("contradictoire.reach." + cell.reach(), language);
        return cell.at() == null ? reach : reach + " " + show.instant(cell.at());
    }

    private String word(String code, Locale language) {
        return Objects.requireNonNull(messages.getMessage(code, null, language));
    }
}
