package fr.pli.exchange.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of « Brouillons », and of what is offered on top of the inbox.
 *
 * @param blockedBy refusal code that took the sending back
 * @param receiving files of which bytes are missing
 * @param waiting files that wait for their analysis
 * @param missing bytes that have not arrived
 */
public record DraftRow(
        UUID id,
        String subject,
        MessageState state,
        Instant changedAt,
        @Nullable Instant queuedAt,
        @Nullable String blockedBy,
        int recipients,
        int files,
        long bytes,
        int receiving,
        int waiting,
        long missing) {

    public boolean queued() {
        return state == MessageState.QUEUED;
    }
}
