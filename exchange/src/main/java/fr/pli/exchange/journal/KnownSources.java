package fr.pli.exchange.journal;

import fr.pli.exchange.platform.OfUnit;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The references of the addresses that calls of one day came from: a reference never changes, so this node looks each up
 * once. Only what a commit has kept is remembered.
 */
final class KnownSources {

    /** Then all are forgotten, whoever comes from so many addresses. */
    private static final int MOST = 10_000;

    private volatile Day today = new Day(LocalDate.EPOCH, Map.of());

    /** Within a unit of work. @param found looked up or made in it */
    UUID of(String address, LocalDate day, Supplier<UUID> found) {
        UUID known = today.day().equals(day) ? today.references().get(address) : null;
        return known == null ? OfUnit.get(new Source(address, day), () -> kept(address, day, found.get())) : known;
    }

    private UUID kept(String address, LocalDate day, UUID reference) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remember(address, day, reference);
            }
        });
        return reference;
    }

    private void remember(String address, LocalDate day, UUID reference) {
        Day now = today;
        if (!now.day().equals(day) || now.references().size() >= MOST) {
            now = new Day(day, new ConcurrentHashMap<>());
            today = now;
        }
        now.references().put(address, reference);
    }

    private record Source(String address, LocalDate day) {}

    private record Day(LocalDate day, Map<String, UUID> references) {}
}
