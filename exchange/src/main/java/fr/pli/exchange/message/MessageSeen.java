package fr.pli.exchange.message;

import java.time.Instant;
import java.util.UUID;

/**
 * Heard in the transaction in which a recipient saw a message for the first time.
 *
 * @param hand who opened it: the reader, unless a delegation was used
 */
public record MessageSeen(Message message, UUID reader, UUID hand, Instant at) {}
