package fr.pli.exchange.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recipient's request for more time.
 *
 * @param endsAt the end it was asked about
 * @param reason in the recipient's words, may be empty
 * @param answer in the sender's words, may be empty
 */
public record TimeRequest(
        UUID id,
        UUID message,
        UUID person,
        Instant endsAt,
        Instant askedAt,
        String reason,
        State state,
        @Nullable Instant answeredAt,
        String answer) {

    public boolean open() {
        return state == State.OPEN;
    }

    /** OPEN → GRANTED (the end was moved to a later day) | DECLINED. */
    public enum State {
        OPEN,
        GRANTED,
        DECLINED
    }
}
