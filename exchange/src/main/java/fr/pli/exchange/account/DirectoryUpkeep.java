package fr.pli.exchange.account;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets files of imports nobody confirmed and answers kept for repeated requests. */
@Component
class DirectoryUpkeep implements Sweep {

    private final JdbcClient jdbc;
    private final DirectorySettings settings;
    private final Units units;
    private final Clock clock;

    DirectoryUpkeep(JdbcClient jdbc, DirectorySettings settings, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "directory.upkeep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        units.run(() -> jdbc.sql("delete from directory_import where created_at <= :oldest")
                .param("oldest", clock.instant().minus(settings.importKept()))
                .update());
        units.run(() -> jdbc.sql("delete from idempotency where created_at <= :oldest")
                .param("oldest", clock.instant().minus(settings.idempotencyKept()))
                .update());
    }
}
