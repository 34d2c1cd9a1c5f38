package fr.pli.expertise.departure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a court has left, in the transaction of the effect (T-2): the account is inactive already.
 *
 * @param successor who takes over; null for nobody
 */
public record StaffDeparted(
        UUID departure, UUID person, @Nullable UUID successor) {}
