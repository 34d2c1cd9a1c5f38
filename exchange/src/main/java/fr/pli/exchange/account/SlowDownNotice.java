package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.platform.Units;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells somebody by mail, once in an episode, that attempts at their account are being slowed. */
@Component
class SlowDownNotice {

    static final String TEMPLATE = "signin-slowed";

    private final Throttle throttle;
    private final Outbox outbox;
    private final Journal journal;
    private final Units units;

    SlowDownNotice(Throttle throttle, Outbox outbox, Journal journal, Units units) {
        this.throttle = throttle;
        this.outbox = outbox;
        this.journal = journal;
        this.units = units;
    }

    /** @param person null for an address that is not in the directory */
    void failed(Throttle.Subject account, @Nullable Person person) {
        units.run(() -> {
            boolean due = throttle.claimNotice(account);
            if (person == null) {
                return;
            }
            journal.append(Fact.of("session.refused").about(person.id()));
            if (due && person.active()) {
                outbox.stage(
                        new Letter(person.email(), person.id(), person.language(), TEMPLATE, person.id(), Map.of()));
            }
        });
    }
}
