package fr.pli.exchange.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Heard in the transaction in which somebody has left for good.
 *
 * @param by the administrator; null where they leave as they declared
 */
public record PersonDeparted(UUID person, @Nullable UUID by) {}
