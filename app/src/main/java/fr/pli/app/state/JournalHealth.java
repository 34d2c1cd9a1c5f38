package fr.pli.app.state;

import fr.pli.exchange.journal.JournalVerification;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** A journal that is not as it was written needs somebody; it makes no node unready (O-4). */
@Component("journalHealthIndicator")
class JournalHealth implements HealthIndicator {

    private final JournalVerification verification;

    JournalHealth(JournalVerification verification) {
        this.verification = verification;
    }

    @Override
    public Health health() {
        return verification
                .last()
                .map(check -> (check.fault() == null
                                ? Health.up()
                                : Health.down().withDetail("fault", check.fault()))
                        .withDetail("at", check.at())
                        .build())
                .orElseGet(() -> Health.unknown().build());
    }
}
