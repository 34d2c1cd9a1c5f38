package fr.pli.expertise.departure;

import java.time.Instant;
import java.util.UUID;

/**
 * A replacement attached later (T-4).
 *
 * @param asker on whose request, by office
 * @param askerName who that was
 * @param attachedBy the support operator
 * @param request the message that holds the request
 */
public record Replacement(
        UUID departure, UUID person, Asker asker, String askerName, Instant attachedAt, UUID attachedBy, UUID request) {

    /** Who may ask for a replacement; words {@code departure.asker.<NAME>}. */
    public enum Asker {
        DIRECTEUR_DE_GREFFE,
        MAGISTRAT_DU_CONTROLE,
        PRESIDENT
    }

    /** Where the request itself stands. */
    public enum RequestState {
        /** Analysed before anybody can have it. */
        WAITING,
        JOINED,
        /** Not clean, or taken back: it has to be joined again. */
        MISSING
    }
}
