package fr.pli.exchange.receipt;

import java.util.UUID;

/**
 * Who is handed bytes.
 *
 * @param person whose right is used
 * @param hand who is really there: the same, unless a delegation is used
 */
record Reader(UUID person, UUID hand) {

    boolean delegated() {
        return !person.equals(hand);
    }

    CoverageId of(UUID message, UUID file) {
        return new CoverageId(file, message, hand, person);
    }
}
