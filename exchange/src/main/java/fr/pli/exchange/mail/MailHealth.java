package fr.pli.exchange.mail;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the outbox fares, for banner, state page and metrics (N-1, O-4). */
@Component
public class MailHealth {

    private final RelayState relay;
    private final MailTable mails;

    MailHealth(RelayState relay, MailTable mails) {
        this.relay = relay;
        this.mails = mails;
    }

    /** Since when the relay cannot be reached; empty while it can. */
    public Optional<Instant> downSince() {
        return relay.downSince();
    }

    /** How many mails are in a state. */
    public long count(MailFate.State state) {
        return mails.count(state);
    }
}
