package fr.pli.exchange.message;

import java.time.Instant;
import java.util.UUID;

/** Heard in the transaction in which a recipient saw a message for the first time. */
public record MessageSeen(Message message, UUID reader, Instant at) {}
