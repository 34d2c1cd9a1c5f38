package fr.pli.exchange.message;

import java.time.Instant;
import java.util.List;

/**
 * Heard in the transaction in which its sender shortened or extended a message.
 *
 * @param before its end until now
 * @param granted requests for more time that this answers
 */
public record MessageEndMoved(Message message, Instant before, List<TimeRequest> granted) {}
