package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message in a box.
 *
 * @param people the sender in the inbox, the first recipients in what was sent
 * @param others recipients beyond those
 * @param sentBy who sent it for the sender with a delegation
 * @param endsAt null without end
 * @param unread never opened by the owner of the inbox
 */
public record BoxRow(
        UUID id,
        String reference,
        String subject,
        MessageState state,
        List<Person> people,
        int others,
        @Nullable Person sentBy,
        int files,
        long bytes,
        Instant availableAt,
        @Nullable Instant endsAt,
        boolean unread) {

    /** Over by the clock, whatever the jobs have done (U-13). */
    public boolean expired(Instant now) {
        return state == MessageState.EXPIRED || endsAt != null && !now.isBefore(endsAt);
    }
}
