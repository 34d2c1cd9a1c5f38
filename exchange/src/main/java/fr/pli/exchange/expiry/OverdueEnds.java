package fr.pli.exchange.expiry;

import fr.pli.exchange.platform.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds messages whose time is over and which no task has ended, and ends them. */
@Component
class OverdueEnds implements Sweep {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final EndOfLife endOfLife;
    private final Clock clock;

    OverdueEnds(JdbcClient jdbc, EndOfLife endOfLife, Clock clock) {
        this.jdbc = jdbc;
        this.endOfLife = endOfLife;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expiry-overdue";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        List<UUID> overdue = jdbc.sql("""
            select id from message where state = 'SENT' and ends_at <= ? and origin_kind = 'letter' order by ends_at limit ?
            """)
                .params(clock.instant(), AT_ONCE)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        overdue.forEach(endOfLife::end);
    }
}
