package fr.pli.exchange.attachment;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Units;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Removes the bytes of a file whose key has left the database, then says so (U-13). */
@Component
class FileErasure implements Task {

    static final String NAME = "file-erasure";

    private static final Logger log = LoggerFactory.getLogger(FileErasure.class);
    private static final Duration AGAIN = Duration.ofSeconds(45);

    private final FileRows rows;
    private final ObjectStore store;
    private final Journal journal;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FileErasure(
            FileRows rows,
            ObjectStore store,
            Journal journal,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.store = store;
        this.journal = journal;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lane lane() {
        return Lane.LONG;
    }

    @Override
    public @Nullable Instant run(String id) {
        UUID file = UUID.fromString(id);
        if (rows.find(file)
                .filter(row -> row.file().state() == FileState.ERASED)
                .isEmpty()) {
            return null;
        }
        try {
            for (Extent extent : rows.extents(file)) {
                store.delete(extent.object());
            }
        } catch (IOException storeAway) {
            log.warn("The bytes of the erased file {} cannot be removed now ({})", file, storeAway.getMessage());
            return clock.instant().plus(AGAIN);
        }
        units.run(() -> {
            if (rows.erased(file, clock.instant())) {
                rows.removeExtents(file);
                journal.append(Fact.of("file.erased").file(file));
                events.publishEvent(new FileErased(file));
            }
        });
        return null;
    }
}
