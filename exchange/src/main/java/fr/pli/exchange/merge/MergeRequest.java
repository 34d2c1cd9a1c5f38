package fr.pli.exchange.merge;

import fr.pli.exchange.certificate.Reach;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with two accounts asks to have one (C-6).
 *
 * @param person who asks; their account is the one that is kept
 * @param serial of the other account's certificate, lower-case hexadecimal
 * @param answeredBy the operator
 * @param answer how the operator checked who it is, or why it was refused
 */
public record MergeRequest(
        UUID id,
        UUID person,
        Reach reach,
        String serial,
        Instant askedAt,
        State state,
        @Nullable Instant answeredAt,
        @Nullable UUID answeredBy,
        String answer) {

    /** Answered once. */
    public enum State {
        OPEN,
        MERGED,
        REFUSED
    }

    public boolean open() {
        return state == State.OPEN;
    }
}
