package fr.pli.exchange.account;

import java.util.UUID;

/**
 * Where people of the directory belong.
 *
 * @param members entries of the directory, whatever their state
 */
public record Organisation(UUID id, String name, Kind kind, long version, long members) {

    /** A partner body or a court. */
    public enum Kind {
        BODY,
        COURT
    }
}
