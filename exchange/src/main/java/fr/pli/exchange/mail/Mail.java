package fr.pli.exchange.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the outbox. */
record Mail(
        UUID id,
        Letter letter,
        String messageId,
        MailFate.State state,
        int attempts,
        int unknown,
        @Nullable String lastReply,
        Instant created,
        Instant changed,
        @Nullable Instant next) {

    boolean settled() {
        return switch (state) {
            case QUEUED, SENDING, DEFERRED -> false;
            case ACCEPTED, DELAYED, BOUNCED, REFUSED, CANCELLED -> true;
        };
    }

    MailFate fate() {
        return fate(state, changed, next, lastReply);
    }

    /** As it is once that is written. */
    MailFate fate(MailFate.State now, Instant at, @Nullable Instant again, @Nullable String reply) {
        return new MailFate(id, letter.template(), letter.reader(), now, at, again, MailTable.shortened(reply));
    }
}
