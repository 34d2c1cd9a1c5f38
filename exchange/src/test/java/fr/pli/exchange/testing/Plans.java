package fr.pli.exchange.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the database means to do for each question that is asked while somebody watches: every query is explained on its
 * own connection, with its own parameters, before it is asked.
 */
public final class Plans {

    /**
     * One step of a plan.
     *
     * @param sql the whole question
     * @param type how the rows of the table are reached, "ALL" when every row is read
     * @param rows an estimate of the rows that are read
     * @param extra what else is done with them, such as "Using filesort"
     */
    public record Step(String sql, String table, String type, String key, long rows, String extra) {}

    private static volatile boolean watching;
    private static final Set<Step> SEEN = new LinkedHashSet<>();

    private Plans() {}

    /** The steps of every query any connection asks while {@code work} runs, each once. */
    public static List<Step> of(Runnable work) {
        synchronized (SEEN) {
            SEEN.clear();
        }
        watching = true;
        try {
            work.run();
        } finally {
            watching = false;
        }
        synchronized (SEEN) {
            return List.copyOf(SEEN);
        }
    }

    /** The statement itself, or one that has itself explained before it asks. */
    static Object watched(Connection connection, Method method, Object[] given, Object result) {
        boolean query = watching
                && method.getName().equals("prepareStatement")
                && given[0].toString().stripLeading().toLowerCase(Locale.ROOT).matches("(?s)(select|with|\\().*");
        if (!query) {
            return result;
        }
        var set = new ArrayList<Parameter>();
        return Proxy.newProxyInstance(
                Plans.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, call, values) -> {
                    if (call.getName().startsWith("set") && values != null && values.length >= 2) {
                        set.add(new Parameter(call, values));
                    } else if (call.getName().startsWith("execute")) {
                        explain(connection, given[0].toString(), set);
                    }
                    return invoke(call, result, values);
                });
    }

    private static void explain(Connection connection, String sql, List<Parameter> set) throws Throwable {
        try (PreparedStatement question = connection.prepareStatement("explain " + sql)) {
            for (Parameter value : set) {
                invoke(value.call(), question, value.values());
            }
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    if (row.getString("table") != null) {
                        remember(sql, row);
                    }
                }
            }
        }
    }

    private static void remember(String sql, ResultSet row) throws SQLException {
        var step = new Step(
                sql.replaceAll("\\s+", " ").strip(),
                row.getString("table"),
                row.getString("type"),
                row.getString("key"),
                row.getLong("rows"),
                row.getString("Extra"));
        synchronized (SEEN) {
            SEEN.add(step);
        }
    }

    private static Object invoke(Method method, Object target, Object[] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** One parameter as it was set. */
    private record Parameter(Method call, Object[] values) {}
}
