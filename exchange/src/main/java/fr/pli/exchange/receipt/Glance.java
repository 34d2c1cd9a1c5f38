package fr.pli.exchange.receipt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recipient looked at one file in a preview (U-10).
 *
 * @param hand name of who looked for them with a delegation; null when they did
 * @param at the first time
 */
public record Glance(UUID reader, @Nullable String hand, UUID file, Instant at) {}
