package fr.pli.exchange.receipt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient had of one file.
 *
 * @param bytes distinct bytes handed over
 * @param startedAt first byte
 * @param lastAt last change
 * @param completeAt when the last missing byte was handed to the connection
 * @param confirmedAt when the recipient's own client reported the right fingerprint
 * @param unobservedEnd the server died within the last bytes: « servi, fin non constatée »
 */
public record Receipt(
        UUID reader,
        UUID file,
        long bytes,
        Instant startedAt,
        Instant lastAt,
        @Nullable Instant completeAt,
        @Nullable Instant confirmedAt,
        boolean unobservedEnd) {}
