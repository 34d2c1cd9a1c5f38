package fr.pli.app.statistics;

import fr.pli.exchange.platform.Spreadsheet;
import fr.pli.expertise.statistics.CaseFigures;
import java.util.ArrayList;
import java.util.List;

/** The same numbers as lines of a file: what is counted, of what, which figure, its plain value (S-2). */
public final class CaseTable {

    public static final List<String> HEADS = List.of("table", "row", "figure", "value");

    private CaseTable() {}

    public static List<List<String>> lines(CaseFigures figures) {
        var lines = new ArrayList<List<String>>();
        figures.states().forEach(one -> add(lines, "states", one.state(), "expertises", one.expertises()));
        figures.phases().forEach(one -> {
            add(lines, "phases", one.kind(), "counted", one.expertises());
            add(lines, "phases", one.kind(), "mean_days", one.meanDays());
            add(lines, "phases", one.kind(), "longest_days", one.longestDays());
        });
        figures.answers().forEach(one -> add(lines, "answers", one.answer(), "designations", one.designations()));
        figures.months().forEach(one -> {
            add(lines, "months", one.month(), "created", one.created());
            add(lines, "months", one.month(), "ended", one.ended());
            add(lines, "months", one.month(), "documents", one.documents());
            add(lines, "months", one.month(), "own", one.own());
            add(lines, "months", one.month(), "bytes", one.bytes());
        });
        return lines;
    }

    private static void add(List<List<String>> lines, String table, Object row, String figure, long value) {
        lines.add(List.of(table, Spreadsheet.cell(row.toString()), figure, Long.toString(value)));
    }
}
