package fr.pli.exchange.message;

import java.util.Set;

/**
 * DRAFT → QUEUED (« Envoyer » was pressed) → SENT (available) → DELETED | EXPIRED; QUEUED → DRAFT when a file is refused
 * or the sender takes it back; DRAFT → DELETED when it is discarded or abandoned.
 */
public enum MessageState {
    DRAFT,
    QUEUED,
    SENT,
    DELETED,
    EXPIRED;

    /** The whole table of transitions: whatever is not listed does not happen. */
    Set<MessageState> next() {
        return switch (this) {
            case DRAFT -> Set.of(QUEUED, DELETED);
            case QUEUED -> Set.of(SENT, DRAFT);
            case SENT -> Set.of(DELETED, EXPIRED);
            case DELETED, EXPIRED -> Set.of();
        };
    }

    /** @throws IllegalStateException when the table does not allow it: callers ask first */
    MessageState to(MessageState next) {
        if (!next().contains(next)) {
            throw new IllegalStateException("a message does not go from " + this + " to " + next);
        }
        return next;
    }
}
