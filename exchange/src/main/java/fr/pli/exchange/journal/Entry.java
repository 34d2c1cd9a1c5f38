package fr.pli.exchange.journal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal as it is read.
 *
 * @param seq its number, null for the moment before the sequencer gave it one
 * @param at to the second
 * @param source address the request came from, null if there was none or it is erased
 * @param words bundle key of what {@code kind} means
 */
public record Entry(
        UUID id,
        @Nullable Long seq,
        Instant at,
        String kind,
        @Nullable UUID actor,
        @Nullable UUID actingFor,
        @Nullable UUID message,
        @Nullable UUID file,
        @Nullable UUID subject,
        @Nullable String fingerprint,
        @Nullable Long size,
        @Nullable String source,
        Map<String, String> details,
        String words) {}
