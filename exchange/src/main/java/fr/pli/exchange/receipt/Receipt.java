package fr.pli.exchange.receipt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient had of one file.
 *
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
        UUID file,
        long bytes,
        int percent,
        boolean running,
        Instant startedAt,
        Instant lastAt,
        @Nullable Instant completeAt,
        @Nullable Instant confirmedAt,
        boolean unobservedEnd) {}
