package fr.pli.exchange.attachment;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Units;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares store and database both ways every day (U-13). Objects no row names are removed once they are a day old, but
 * never many at once: a database that was set back, or belongs to another store, would otherwise cost every file.
 * Recorded objects that are absent or of another size are journaled once and told to administrators.
 */
@Component
class StoreReconciliation implements Sweep {

    /** So many orphans are removed in any case; beyond it, only while they are less than a tenth of the store. */
    static final int ORPHANS = 100;

    private static final Logger log = LoggerFactory.getLogger(StoreReconciliation.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PAGE = 500;
    private static final int MOST = 100_000;

    private final ObjectStore store;
    private final FileRows rows;
    private final StoreChecks checks;
    private final StoreMails mails;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    StoreReconciliation(
            ObjectStore store,
            FileRows rows,
            StoreChecks checks,
            StoreMails mails,
            Journal journal,
            Units units,
            Clock clock) {
        this.store = store;
        this.rows = rows;
        this.checks = checks;
        this.mails = mails;
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
        var run = new Run();
        try {
            store.list(run::look);
            run.removeOrphans();
            for (List<Extent> page = rows.extentsAfter("", PAGE);
                    !page.isEmpty();
                    page = rows.extentsAfter(page.getLast().object().toString(), PAGE)) {
                run.check(page);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("store and database cannot be compared", failure);
        }
        units.run(run::end);
    }

    /** What one comparison has seen so far. */
    private final class Run {

        private final Instant yesterday = clock.instant().minus(DAY);
        private final List<String> orphans = new ArrayList<>();
        private long objects;
        private long recorded;
        private long removed;
        private long spared;
        private boolean news;

        void look(Collection<ObjectStore.Stored> batch) {
            objects += batch.size();
            List<String> old = batch.stream()
                    .filter(object -> object.changed().isBefore(yesterday))
                    .map(object -> object.name().toString())
                    .toList();
            if (!old.isEmpty() && orphans.size() < MOST) {
                Set<String> known = rows.known(old);
                old.stream().filter(name -> !known.contains(name)).forEach(orphans::add);
            }
        }

        void removeOrphans() {
            if (orphans.size() > ORPHANS && orphans.size() > objects / 10) {
                spared = orphans.size();
                log.error("{} of {} objects are named by no row: none was removed", spared, objects);
                return;
            }
            orphans.forEach(this::remove);
        }

        private void remove(String orphan) {
            try {
                store.delete(ObjectName.of(orphan));
                removed++;
                log.warn("Object {} was removed: no file names it", orphan);
            } catch (IOException failure) {
                log.error("Object {} cannot be removed", orphan, failure);
            }
        }

        void check(List<Extent> page) throws IOException {
            recorded += page.size();
            Map<ObjectName, Long> sizes =
                    store.sizes(page.stream().map(Extent::object).toList());
            Set<String> sound = new HashSet<>();
            for (Extent extent : page) {
                Long size = sizes.get(extent.object());
                if (size == null) {
                    report(extent, "absent");
                } else if (size != Segments.sealedLength(extent.length())) {
                    report(extent, "size");
                } else {
                    sound.add(extent.object().toString());
                }
            }
            sound.retainAll(checks.findings());
            checks.forget(sound);
        }

        /** What was erased since the page was read is no finding. */
        private void report(Extent extent, String what) {
            if (rows.known(List.of(extent.object().toString())).isEmpty()) {
                return;
            }
            units.run(() -> {
                if (checks.found(extent.object(), what, clock.instant())) {
                    news = true;
                    log.error("Object {} is not as recorded: {}", extent.object(), what);
                    journal.append(Fact.of("file.broken")
                            .file(extent.object().file())
                            .detail("what", what)
                            .detail("offset", extent.offset()));
                }
            });
        }

        void end() {
            checks.forgetErased();
            checks.ended(clock.instant(), objects, recorded, removed, spared);
            StorageState.Comparison result = checks.last().orElseThrow();
            journal.append(Fact.of("store.compared")
                    .detail("objects", objects)
                    .detail("recorded", recorded)
                    .detail("removed", removed)
                    .detail("spared", spared)
                    .detail("absent", result.absent())
                    .detail("resized", result.resized()));
            if (news || spared > 0) {
                mails.stage(result.at());
            }
        }
    }
}
