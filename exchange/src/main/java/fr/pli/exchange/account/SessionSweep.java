package fr.pli.exchange.account;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes what is over: idle sessions, dead links after their account could still be told, forgotten failures. */
@Component
class SessionSweep implements Sweep {

    private static final Duration DEAD_LINKS_KEPT = Duration.ofDays(60);
    private static final Duration FAILURES_KEPT = Duration.ofDays(2);
    private static final Duration DEVICES_KEPT = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    SessionSweep(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "account.sessions";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        var now = clock.instant();
        remove("delete from SPRING_SESSION where expiry_time < :before", now.toEpochMilli());
        remove("delete from one_time_link where expires_at < :before", now.minus(DEAD_LINKS_KEPT));
        remove("delete from address_change where expires_at < :before", now);
        remove("delete from sign_in_throttle where last_at < :before", now.minus(FAILURES_KEPT));
        remove("delete from known_device where last_used_at < :before", now.minus(DEVICES_KEPT));
    }

    private void remove(String sql, Object before) {
        units.run(() -> jdbc.sql(sql).param("before", before).update());
    }
}
