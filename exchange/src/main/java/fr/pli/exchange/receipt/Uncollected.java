package fr.pli.exchange.receipt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A negative receipt: what a recipient had not collected when the message ended, as it was known then.
 *
 * @param at end of the message
 * @param complete files downloaded completely, of {@code files}
 * @param percent of all bytes
 * @param told how they had been told of the message, and since when that was so
 * @param reminded when the sender had reminded them
 */
public record Uncollected(
        UUID person,
        Instant at,
        int files,
        int complete,
        int percent,
        @Nullable Instant seenAt,
        Announcements.@Nullable State told,
        @Nullable Instant toldAt,
        List<Instant> reminded) {

    /** Something of it was collected. */
    public boolean partly() {
        return complete > 0 || percent > 0;
    }
}
