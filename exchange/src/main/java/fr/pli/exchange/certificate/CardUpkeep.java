package fr.pli.exchange.certificate;

import fr.pli.exchange.account.AccountSettings;
import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets tickets, dead links, registrations that nobody confirmed and the certificates of those who never registered. */
@Component
class CardUpkeep implements Sweep {

    private static final Duration DAY = Duration.ofDays(1);

    private static final List<String> OVER = List.of(
            "delete from card_ticket where made_at < :day",
            "delete from certificate_link where expires_at < :day",
            "delete from registration where confirmed_at is null and expires_at < :day",
            """
            delete from certificate where person is null and seen_at < :late
              and not exists (select 1 from registration r where r.certificate = certificate.id)
              and not exists (select 1 from card_ticket t where t.certificate = certificate.id)
              and not exists (select 1 from certificate_request q
                              where q.certificate = certificate.id and (q.state = 'OPEN' or q.answered_at > :late))
            """);

    private final JdbcClient jdbc;
    private final AccountSettings settings;
    private final Units units;
    private final Clock clock;

    CardUpkeep(JdbcClient jdbc, AccountSettings settings, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "card.upkeep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        for (String sql : OVER) {
            units.run(() -> {
                var statement = jdbc.sql(sql);
                (sql.contains(":late")
                                ? statement.param("late", now.minus(settings.linkLifetime()))
                                : statement.param("day", now.minus(DAY)))
                        .update();
            });
        }
    }
}
