package fr.pli.exchange.upload;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an upload stands.
 *
 * @param offset bytes stored durably
 * @param metadata as its client gave it
 * @param expires when it is removed unless it is continued; null once complete
 */
public record Upload(
        UUID file,
        long length,
        long offset,
        String metadata,
        @Nullable Instant expires) {}
