package fr.pli.exchange.notification;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets notices whose time is over; what they told stays in the journal. */
@Component
class BellUpkeep implements Sweep {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Units units;
    private final NotificationSettings settings;
    private final Clock clock;

    BellUpkeep(JdbcClient jdbc, Units units, NotificationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notification.bell";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        Instant before = clock.instant().minus(settings.noticeRetention());
        int forgotten;
        do {
            forgotten = units.call(() -> jdbc.sql("delete from notice where at < ? limit ?")
                    .params(before, BATCH)
                    .update());
        } while (forgotten == BATCH);
    }
}
