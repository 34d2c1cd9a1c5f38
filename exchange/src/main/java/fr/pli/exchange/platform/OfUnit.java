package fr.pli.exchange.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something made once for the unit of work of this thread and gone with it, however it ends; a unit that is tried again
 * makes it anew. Outside of a unit it is made at each call.
 */
public final class OfUnit {

    private OfUnit() {}

    /** @param key whose it is; one thing for each key */
    @SuppressWarnings("unchecked")
    public static <T> T get(Object key, Supplier<T> made) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return made.get();
        }
        Object known = TransactionSynchronizationManager.getResource(key);
        if (known == null) {
            known = made.get();
            TransactionSynchronizationManager.bindResource(key, known);
            TransactionSynchronizationManager.registerSynchronization(new Ended(key));
        }
        return (T) known;
    }

    /** It is made anew at the next question. */
    public static void forget(Object key) {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }

    /** A transaction of its own that begins within this one does not see what belongs to this one. */
    private static final class Ended implements TransactionSynchronization {

        private final Object key;
        private @Nullable Object kept;

        Ended(Object key) {
            this.key = key;
        }

        @Override
        public void suspend() {
            kept = TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }

        @Override
        public void resume() {
            if (kept != null) {
                TransactionSynchronizationManager.bindResource(key, kept);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }
    }
}
