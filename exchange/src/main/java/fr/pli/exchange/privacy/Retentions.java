package fr.pli.exchange.privacy;

import fr.pli.exchange.platform.Policies;
import fr.pli.exchange.platform.Policy;
import fr.pli.exchange.platform.PolicySource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Until when things are kept, as administrators decide it (O-1, Q-11). */
@Component
@Order(4)
class Retentions implements PolicySource {

    private final Policies policies;
    private final Policy messageMonths;
    private final Policy journalYears;
    private final Clock clock;

    Retentions(Policies policies, PrivacySettings settings, Clock clock) {
        this.policies = policies;
        this.messageMonths = Policy.number("retention.message-months", settings.messageMonths(), 1, 120);
        this.journalYears = Policy.number("retention.journal-years", settings.journalYears(), 1, 30);
        this.clock = clock;
    }

    @Override
    public String group() {
        return "retention";
    }

    @Override
    public List<Policy> policies() {
        return List.of(messageMonths, journalYears);
    }

    /** What of letters ended before is removed. */
    Instant messagesBefore() {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .minusMonths(policies.now().number(messageMonths))
                .toInstant();
    }

    /** Names the journal learnt before are forgotten unless the directory still has them. */
    Instant identitiesBefore() {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .minusYears(policies.now().number(journalYears))
                .toInstant();
    }
}
