package fr.pli.exchange.account;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.pli.exchange.platform.Spreadsheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file given for import, read line by line: a broken line spoils itself and no other, which is why a line break inside
 * quotes is a broken line here (no field of the directory holds one).
 *
 * @param separator {@code ;}, {@code ,} or a tab, whichever its header has most of
 * @param ignored headers that mean nothing here, as they stand
 */
record ImportFile<T>(CsvText.Encoding encoding, char separator, List<String> ignored, List<ImportFile.Line<T>> lines) {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
    private static final char[] SEPARATORS = {';', ',', '\t'};

    /**
     * One line of the file.
     *
     * @param number as an editor counts, the header being 1
     * @param typed empty when the line is broken; then {@code flaw} says how
     */
    record Line<T>(int number, Optional<T> typed, Optional<Flaw> flaw) {}

    /** What a line of the file says. */
    interface Reading<C extends Enum<C> & ImportColumn, T> {

        T of(ImportHeader<C> header, List<String> cells);
    }

    /** Refuses a file without header, without a required column or with too many lines. */
    static <C extends Enum<C> & ImportColumn, T> ImportFile<T> read(
            byte[] content, int maxLines, Class<C> columns, Reading<C, T> reading) {
        CsvText decoded = CsvText.decode(content);
        String[] raw = LINE_END.split(decoded.text(), -1);
        int header = firstLine(raw);
        char separator = separator(raw[header]);
        ImportHeader<C> titles = ImportHeader.of(headerCells(raw[header], separator), columns);
        var lines = new ArrayList<Line<T>>();
        for (int i = header + 1; i < raw.length; i++) {
            if (!blank(raw[i], separator)) {
                lines.add(line(i + 1, raw[i], separator, titles, reading));
            }
        }
        if (lines.isEmpty()) {
            throw DirectoryRefusal.IMPORT_EMPTY.with();
        }
        if (lines.size() > maxLines) {
            throw DirectoryRefusal.IMPORT_TOO_MANY_LINES.with(lines.size(), maxLines);
        }
        return new ImportFile<>(decoded.encoding(), separator, titles.ignored(), List.copyOf(lines));
    }

    /** The first line that says something; « sep=; » is how some spreadsheets announce their separator. */
    private static int firstLine(String[] raw) {
        for (int i = 0; i < raw.length; i++) {
            if (!raw[i].isBlank() && !raw[i].startsWith("sep=")) {
                return i;
            }
        }
        throw DirectoryRefusal.IMPORT_EMPTY.with();
    }

    private static char separator(String header) {
        char best = SEPARATORS[0];
        for (char candidate : SEPARATORS) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char character) {
        return line.chars().filter(c -> c == character).count();
    }

    private static boolean blank(String line, char separator) {
        return line.chars().allMatch(c -> c == separator || Character.isWhitespace(c));
    }

    private static List<String> headerCells(String line, char separator) {
        try {
            return cells(line, separator);
        } catch (CsvParseException broken) {
            throw DirectoryRefusal.IMPORT_EMPTY.with();
        }
    }

    /** The separator by the name it has in the interface. */
    String separatorName() {
        return switch (separator) {
            case ',' -> "comma";
            case '\t' -> "tab";
            default -> "semicolon";
        };
    }

    private static <C extends Enum<C> & ImportColumn, T> Line<T> line(
            int number, String line, char separator, ImportHeader<C> titles, Reading<C, T> reading) {
        try {
            List<String> cells = cells(line, separator);
            if (cells.size() != titles.width()) {
                return broken(number, DirectoryRefusal.LINE_COLUMNS, cells.size(), titles.width());
            }
            return new Line<>(number, Optional.of(reading.of(titles, cells)), Optional.empty());
        } catch (CsvParseException unbalanced) {
            return broken(number, DirectoryRefusal.LINE_QUOTES);
        }
    }

    private static <T> Line<T> broken(int number, DirectoryRefusal refusal, Object... arguments) {
        return new Line<>(number, Optional.empty(), Optional.of(Flaw.of("line", refusal, arguments)));
    }

    private static List<String> cells(String line, char separator) {
        CsvRecord cells = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .ofSingleCsvRecord(line);
        return cells.getFields().stream().map(Spreadsheet::value).toList();
    }
}
