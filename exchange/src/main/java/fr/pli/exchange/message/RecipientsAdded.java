package fr.pli.exchange.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Heard in the transaction in which its sender gave a message more recipients. */
public record RecipientsAdded(Message message, List<UUID> added, Instant at) {}
