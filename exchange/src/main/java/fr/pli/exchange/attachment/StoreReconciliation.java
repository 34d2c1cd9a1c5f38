package fr.pli.exchange.attachment;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Units;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares store and database both ways every day (U-13): objects no row names are removed once they are a day old,
 * recorded extents whose object is absent or of another size are journaled.
 */
@Component
class StoreReconciliation implements Sweep {

    private static final Logger log = LoggerFactory.getLogger(StoreReconciliation.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PAGE = 500;

    private final ObjectStore store;
    private final FileRows rows;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    StoreReconciliation(ObjectStore store, FileRows rows, Journal journal, Units units, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "store-reconciliation";
    }

    @Override
    public Duration every() {
        return DAY;
    }

    @Override
    public Task.Lane lane() {
        return Task.Lane.LONG;
    }

    @Override
    public void run() {
        try {
            store.list(this::removeOrphans);
            for (List<Extent> page = rows.extentsAfter("", PAGE);
                    !page.isEmpty();
                    page = rows.extentsAfter(page.getLast().object().toString(), PAGE)) {
                page.forEach(this::check);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("store and database cannot be compared", failure);
        }
    }

    private void removeOrphans(Collection<ObjectStore.Stored> batch) {
        Instant yesterday = clock.instant().minus(DAY);
        List<String> old = batch.stream()
                .filter(object -> object.changed().isBefore(yesterday))
                .map(object -> object.name().toString())
                .toList();
        if (old.isEmpty()) {
            return;
        }
        Set<String> known = rows.known(old);
        old.stream().filter(name -> !known.contains(name)).forEach(this::remove);
    }

    private void remove(String orphan) {
        try {
            store.delete(ObjectName.of(orphan));
            log.warn("Object {} was removed: no file names it", orphan);
        } catch (IOException failure) {
            log.error("Object {} cannot be removed", orphan, failure);
        }
    }

    private void check(Extent extent) {
        try (ObjectStore.Reader object = store.open(extent.object())) {
            if (object.size() != Segments.sealedLength(extent.length())) {
                report(extent, "size");
            }
        } catch (NoSuchFileException absent) {
            report(extent, "absent");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What was erased since the page was read is no finding. */
    private void report(Extent extent, String what) {
        if (rows.known(List.of(extent.object().toString())).isEmpty()) {
            return;
        }
        log.error("Object {} is not as recorded: {}", extent.object(), what);
        units.run(() -> journal.append(Fact.of("file.broken")
                .file(extent.object().file())
                .detail("what", what)
                .detail("offset", extent.offset())));
    }
}
