package fr.pli.exchange.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the outbox fares, for banner, state page and metrics (N-1, O-4). */
@Component
public class MailHealth {

    private final RelayState relay;
    private final MailTable mails;

    private final ReturnCount returns;

    MailHealth(RelayState relay, MailTable mails, ReturnCount returns) {
        this.relay = relay;
        this.mails = mails;
        this.returns = returns;
    }

    /** Since when the relay cannot be reached; empty while it can. */
    public Optional<Instant> downSince() {
        return relay.downSince();
    }

    /** How many mails are in a state. */
    public long count(MailFate.State state) {
        return mails.count(state);
    }

    /** Mails that did not arrive, newest first. */
    public List<Undelivered> undelivered(Instant since, int atMost) {
        return mails.undelivered(since, atMost);
    }

    /** What came back from later mail servers since the beginning. */
    public Returned returned() {
        ReturnCount.Total total = returns.total();
        return new Returned(total.bound(), total.unknown(), total.last());
    }

    /**
     * A mail that did not arrive.
     *
     * @param at when that became known
     */
    public record Undelivered(
            @Nullable UUID reader, String address, MailFate.State state, Instant at, MailReason reason) {}

    /**
     * Reports of later mail servers.
     *
     * @param bound those about mails of ours
     * @param unknown everything else that came to the mailbox of reports
     */
    public record Returned(
            long bound, long unknown, @Nullable Instant last) {}
}
