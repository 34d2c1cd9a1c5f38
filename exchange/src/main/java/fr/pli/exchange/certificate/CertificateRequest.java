package fr.pli.exchange.certificate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose card no longer works asks the support to attach the new one (C-5).
 *
 * @param certificate the new one, presented when the request was made
 * @param words of who asks, may be empty
 * @param answeredBy the operator
 * @param answer how the operator checked who it is, or why it was refused
 */
public record CertificateRequest(
        UUID id,
        UUID certificate,
        Reach reach,
        String words,
        Instant askedAt,
        State state,
        @Nullable Instant answeredAt,
        @Nullable UUID answeredBy,
        String answer) {

    /** Answered once. */
    public enum State {
        OPEN,
        APPROVED,
        REFUSED
    }

    public boolean open() {
        return state == State.OPEN;
    }
}
