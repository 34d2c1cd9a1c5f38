package fr.pli.exchange.account;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run as a formula: an apostrophe in front makes them text, and reading takes away
 * exactly what writing put there.
 */
final class CsvCells {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private CsvCells() {}

    static String written(String value) {
        return FORMULA.matcher(value).matches() ? "'" + value : value;
    }

    static String read(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
