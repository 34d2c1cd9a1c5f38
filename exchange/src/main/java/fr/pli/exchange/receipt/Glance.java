package fr.pli.exchange.receipt;

import java.time.Instant;
import java.util.UUID;

/** One recipient looked at one file in a preview (U-10); {@code at} is the first time. */
public record Glance(UUID reader, UUID file, Instant at) {}
