package fr.pli.exchange.message;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at every queued message each minute: whatever a crash or a race left behind leaves now. */
@Component
class QueueSweep implements Sweep {

    private final JdbcClient jdbc;
    private final MessageRecords records;
    private final Dispatch dispatch;
    private final Units units;

    QueueSweep(JdbcClient jdbc, MessageRecords records, Dispatch dispatch, Units units) {
        this.jdbc = jdbc;
        this.records = records;
        this.dispatch = dispatch;
        this.units = units;
    }

    @Override
    public String name() {
        return "message.queue";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        jdbc.sql("select id from message where state = 'QUEUED' order by queued_at")
                .query(UUID.class)
                .list()
                .forEach(id -> units.run(() -> records.lock(id).ifPresent(dispatch::evaluate)));
    }
}
