package fr.pli.exchange.receipt;

import java.time.Instant;
import java.util.UUID;

/**
 * Heard in the transaction that records that a file was looked at in a preview: once per reader and file, and never for
 * who posted it (U-10).
 *
 * @param reader whose right was used
 */
public record FileSeen(UUID message, UUID file, UUID reader, Instant at) {}
