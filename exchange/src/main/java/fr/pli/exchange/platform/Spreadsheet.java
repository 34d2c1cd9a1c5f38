package fr.pli.exchange.platform;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run as a formula: an apostrophe in front makes them text, and reading takes away
 * exactly what writing put there.
 */
public final class Spreadsheet {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Spreadsheet() {}

    /** What is written for a value. */
    public static String cell(String value) {
        return FORMULA.matcher(value).matches() ? "'" + value : value;
    }

    /** The value of what was written. */
    public static String value(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
