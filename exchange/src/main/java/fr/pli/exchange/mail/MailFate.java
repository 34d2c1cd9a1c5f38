package fr.pli.exchange.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one mail.
 *
 * @param reader person it was written to
 * @param at when this became so
 * @param nextAttempt when it is tried again, if deferred
 * @param reply the last reply of a mail server, shortened; null before the first attempt
 */
public record MailFate(
        UUID id,
        String template,
        @Nullable UUID reader,
        State state,
        Instant at,
        @Nullable Instant nextAttempt,
        @Nullable String reply) {

    /** Why it is so, where a mail server refused, deferred or returned it. */
    public MailReason reason() {
        return MailReason.of(reply);
    }

    /**
     * QUEUED → SENDING → ACCEPTED | DEFERRED (→ SENDING) | REFUSED (given up) | CANCELLED (nothing left to say);
     * ACCEPTED → DELAYED (a later server still tries) → ACCEPTED | BOUNCED (a later server gave up).
     */
    public enum State {
        QUEUED,
        SENDING,
        ACCEPTED,
        DELAYED,
        BOUNCED,
        DEFERRED,
        REFUSED,
        CANCELLED;

        /** It did not arrive and will not be sent again. */
        public boolean failed() {
            return this == REFUSED || this == BOUNCED;
        }
    }
}
