package fr.pli.exchange.platform;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a whole unit of work in one transaction and runs it again, up to five times, when the database or an optimistic
 * version says that somebody else was faster: record changed since last read (1020), lock wait timeout (1205), deadlock
 * or lost certification (1213), the failed commit included. Nothing with an effect outside the database belongs inside.
 *
 * <p>A unit begun inside another one joins it; the outermost is the one that is retried.
 */
@Component
public class Units {

    private static final int ATTEMPTS = 5;
    private static final Set<Integer> RETRYABLE = Set.of(1020, 1205, 1213);

    private final TransactionTemplate transactions;

    Units(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    public <T> T call(Supplier<T> work) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? work.get()
                : retried(() -> transactions.execute(status -> work.get()));
    }

    /**
     * Runs one statement that is a whole unit of work: the database commits it as it ends, without a transaction being
     * opened and closed around it. Within a unit it is part of that.
     */
    public <T> T alone(Supplier<T> statement) {
        return TransactionSynchronizationManager.isActualTransactionActive() ? statement.get() : retried(statement);
    }

    private static <T> T retried(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !lostRace(failure)) {
                    throw failure;
                }
                pause(attempt);
            }
        }
    }

    private static boolean lostRace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException
                    || cause instanceof SQLException sql && RETRYABLE.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /** A short random wait, so that two losers do not meet again. */
    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(5, 20) * (long) attempt);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to retry a unit of work", interrupted);
        }
    }
}
