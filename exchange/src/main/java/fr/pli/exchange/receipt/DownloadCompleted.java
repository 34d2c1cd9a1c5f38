package fr.pli.exchange.receipt;

import java.time.Instant;
import java.util.UUID;

/**
 * Heard in the transaction that records that the last missing byte was handed over: once per reader and file (U-11).
 *
 * @param hand who downloaded it: the reader, unless a delegation was used
 */
public record DownloadCompleted(UUID message, UUID file, UUID reader, UUID hand, Instant at) {}
