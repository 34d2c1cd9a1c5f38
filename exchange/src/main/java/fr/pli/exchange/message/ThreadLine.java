package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message of a thread.
 *
 * @param sender full name
 */
public record ThreadLine(
        UUID id,
        String reference,
        String sender,
        String subject,
        MessageState state,
        Instant availableAt,
        @Nullable Instant endsAt,
        int files,
        long bytes) {

    /** Over by the clock, whatever the jobs have done (U-13). */
    public boolean expired(Instant now) {
        return state == MessageState.EXPIRED || endsAt != null && !now.isBefore(endsAt);
    }

    ThreadLine from(@Nullable Person person) {
        return new ThreadLine(
                id, reference, person == null ? "" : person.name(), subject, state, availableAt, endsAt, files, bytes);
    }
}
