package fr.pli.exchange.receipt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of a message one recipient has.
 *
 * @param files of the message
 * @param complete files downloaded completely
 * @param percent of all bytes, 100 only when nothing is missing
 */
public record Collected(
        UUID person,
        int files,
        int complete,
        int percent,
        @Nullable Instant seenAt) {

    /** Nothing is left to collect; a message without files is collected by reading it. */
    public boolean whole() {
        return files == 0 ? seenAt != null : complete == files;
    }
}
