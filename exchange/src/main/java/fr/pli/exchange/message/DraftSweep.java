package fr.pli.exchange.message;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Throws away drafts that nobody changed for {@code pli.message.draft-days}. */
@Component
class DraftSweep implements Sweep {

    private final JdbcClient jdbc;
    private final MessageRecords records;
    private final Endings endings;
    private final MessageSettings settings;
    private final Units units;
    private final Clock clock;

    DraftSweep(
            JdbcClient jdbc,
            MessageRecords records,
            Endings endings,
            MessageSettings settings,
            Units units,
            Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.endings = endings;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "message.drafts";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Instant before = clock.instant().minus(Duration.ofDays(settings.draftDays()));
        jdbc.sql("select id from message where state = 'DRAFT' and changed_at < :before")
                .param("before", before)
                .query(UUID.class)
                .list()
                .forEach(id -> units.run(() -> discard(id, before)));
    }

    private void discard(UUID id, Instant before) {
        records.lock(id)
                .filter(draft -> draft.state() == MessageState.DRAFT
                        && draft.life().changedAt().isBefore(before))
                .ifPresent(draft -> endings.discard(draft, null));
    }
}
