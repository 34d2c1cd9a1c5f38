package fr.pli.exchange.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work done later about one id, staged by {@link Tasks} in the transaction of its fact. It may run twice and on any
 * node: a unique key or a conditional update guards its effect. It is called outside any transaction.
 */
public interface Task {

    /** Stable and unique; a row of the task table names it. */
    String name();

    default Lane lane() {
        return Lane.SHORT;
    }

    /**
     * Does the work about {@code id}. A thrown exception is logged and the work tried again with back-off.
     *
     * @return when to be called again about the same id, or null when all is done
     */
    @Nullable
    Instant run(String id);

    /** Short work (mails, notices, expiry) never waits behind long work (analysis, erasure, archives). */
    enum Lane {
        SHORT,
        LONG
    }
}
