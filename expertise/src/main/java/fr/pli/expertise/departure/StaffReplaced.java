package fr.pli.expertise.departure;

import java.util.UUID;

/**
 * A replacement was attached to what waited for somebody (T-4), in the transaction of the fact.
 *
 * @param by the support operator
 */
public record StaffReplaced(UUID departure, UUID person, UUID replacement, UUID by) {}
