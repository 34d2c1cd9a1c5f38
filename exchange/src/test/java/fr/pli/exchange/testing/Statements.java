package fr.pli.exchange.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the database is asked while somebody watches: each statement of any connection, in the order in which they go,
 * those of a batch one by one. The beginning and the end of a transaction are not among them, see {@link Asked#units}.
 */
public final class Statements {

    /**
     * @param texts of the statements
     * @param units transactions that were committed
     */
    public record Asked(List<String> texts, int units) {

        /** Those in which all these words occur. */
        public List<String> of(String... words) {
            return texts.stream()
                    .filter(text -> List.of(words).stream().allMatch(text::contains))
                    .toList();
        }

        /** One line each, for the message of an assertion. */
        public String lines() {
            return String.join("\n", texts);
        }
    }

    private static volatile boolean watching;
    private static final List<String> TEXTS = new ArrayList<>();
    private static final AtomicInteger UNITS = new AtomicInteger();

    private Statements() {}

    /** All that any connection asks while {@code work} runs. */
    public static Asked of(Runnable work) {
        synchronized (TEXTS) {
            TEXTS.clear();
        }
        UNITS.set(0);
        watching = true;
        try {
            work.run();
        } finally {
            watching = false;
        }
        synchronized (TEXTS) {
            return new Asked(List.copyOf(TEXTS), UNITS.get());
        }
    }

    /** The statement itself, or one that is counted when it is executed. */
    static Object watched(Method method, Object[] given, Object result) {
        if (!watching) {
            return result;
        }
        if (method.getName().equals("commit")) {
            UNITS.incrementAndGet();
        }
        return method.getName().equals("prepareStatement") ? counted(given[0].toString(), result) : result;
    }

    private static Object counted(String sql, Object statement) {
        var batched = new AtomicInteger();
        return Proxy.newProxyInstance(
                Statements.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, call, values) -> {
                    switch (call.getName()) {
                        case "addBatch" -> batched.incrementAndGet();
                        case "executeBatch", "executeLargeBatch" -> remember(sql, batched.getAndSet(0));
                        case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> remember(sql, 1);
                        default -> {}
                    }
                    try {
                        return call.invoke(statement, values);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static void remember(String sql, int times) {
        String text = sql.replaceAll("\\s+", " ").strip();
        synchronized (TEXTS) {
            for (int time = 0; time < times; time++) {
                TEXTS.add(text);
            }
        }
    }
}
