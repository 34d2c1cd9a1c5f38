package fr.pli.exchange.receipt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient had of one file.
 *
 * @param reader whose right was used
 * @param hand name of who acted for the reader with a delegation; null when the reader did
 * @param bytes distinct bytes handed over
 * @param percent of the file, 100 only when nothing is missing
 * @param running bytes are being handed over right now
 * @param startedAt first byte
 * @param lastAt last change
 * @param completeAt when the last missing byte was handed to the connection
 * @param confirmedAt when the recipient's own client reported the right fingerprint
 * @param unobservedEnd the server died within the last bytes: « servi, fin non constatée »
 */
public record Receipt(
        UUID reader,
        @Nullable String hand,
        UUID file,
        long bytes,
        int percent,
        boolean running,
        Instant startedAt,
        Instant lastAt,
        @Nullable Instant completeAt,
        @Nullable Instant confirmedAt,
        boolean unobservedEnd) {

    /** Of what one recipient had by their own hand and by somebody acting for them, the one that shows most. */
    static Receipt further(Receipt one, Receipt other) {
        if (one.completeAt != null && other.completeAt != null) {
            return one.completeAt.isAfter(other.completeAt) ? other : one;
        }
        if (one.completeAt != null || other.completeAt != null) {
            return one.completeAt != null ? one : other;
        }
        return one.bytes >= other.bytes ? one : other;
    }
}
