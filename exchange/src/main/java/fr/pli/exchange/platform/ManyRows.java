package fr.pli.exchange.platform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds many rows with one statement, five hundred at a time: the database is asked once, not once for each.
 *
 * @param into from {@code insert} to {@code values}
 * @param row the places of one row, such as {@code (?, ?, now)}
 * @param conflict what follows the last row, such as {@code on duplicate key update …}; may be empty
 */
public record ManyRows(String into, String row, String conflict) {

    private static final int AT_ONCE = 500;

    /**
     * @param rows values of each, in the order of its places
     * @param then values of the places in {@code conflict}
     * @return rows changed, as the database counts them
     */
    public int add(JdbcClient jdbc, List<? extends List<? extends @Nullable Object>> rows, Object... then) {
        int changed = 0;
        for (int at = 0; at < rows.size(); at += AT_ONCE) {
            changed += insert(jdbc, rows.subList(at, Math.min(at + AT_ONCE, rows.size())), List.of(then));
        }
        return changed;
    }

    private int insert(JdbcClient jdbc, List<? extends List<? extends @Nullable Object>> rows, List<Object> then) {
        var values = new ArrayList<@Nullable Object>();
        rows.forEach(values::addAll);
        values.addAll(then);
        return jdbc.sql(into + " " + (row + ", ").repeat(rows.size() - 1) + row + " " + conflict)
                .params(values)
                .update();
    }
}
