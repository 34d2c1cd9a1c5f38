package fr.pli.expertise.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Two acts at the same moment, in an order that the test says: the second begins while the first is not committed. */
public final class Overlap {

    private static final long MILLISECONDS = 400;

    private Overlap() {}

    /** The second waits until the first is committed. @return what then refused it */
    public static Optional<RefusedException> waits(Units units, Runnable first, Runnable second) throws Exception {
        var begun = new AtomicReference<CompletableFuture<Void>>();
        units.run(() -> {
            first.run();
            assertThat(begun.get()).as("the unit ran once").isNull();
            CompletableFuture<Void> other = CompletableFuture.runAsync(second);
            begun.set(other);
            assertThatThrownBy(() -> other.get(MILLISECONDS, TimeUnit.MILLISECONDS))
                    .as("the second waits for the first")
                    .isInstanceOf(TimeoutException.class);
        });
        try {
            begun.get().get();
            return Optional.empty();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RefusedException refused) {
                return Optional.of(refused);
            }
            throw failure;
        }
    }
}
