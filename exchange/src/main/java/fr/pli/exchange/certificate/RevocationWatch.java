package fr.pli.exchange.certificate;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks about the certificates of active people who come in by certificate, so that a revoked one is known (D-2). */
@Component
class RevocationWatch implements Sweep {

    private final StandingCertificates certificates;
    private final CardSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    RevocationWatch(StandingCertificates certificates, CardSettings settings, JdbcClient jdbc, Clock clock) {
        this.certificates = certificates;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "card.revocation";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public Task.Lane lane() {
        return Task.Lane.LONG;
    }

    @Override
    public void run() {
        if (settings.open()) {
            jdbc.sql("""
                            select distinct c.person from certificate c join person p on p.id = c.person
                            where p.state = 'ACTIVE' and c.valid_until > :now
                            """).param("now", clock.instant()).query(UUID.class).list().forEach(certificates::ask);
        }
    }
}
