package fr.pli.exchange.account;

import java.util.EnumSet;
import java.util.Set;

/**
 * INVITED → ACTIVE ↔ SUSPENDED; ACTIVE → DEPARTED. Only INVITED and ACTIVE may receive messages. Who was suspended
 * or has departed before ever choosing a password comes back as INVITED.
 */
public enum PersonState {
    INVITED,
    ACTIVE,
    SUSPENDED,
    DEPARTED;

    public boolean mayBecome(PersonState next) {
        return next().contains(next);
    }

    private Set<PersonState> next() {
        return switch (this) {
            case INVITED -> EnumSet.of(ACTIVE, SUSPENDED, DEPARTED);
            case ACTIVE -> EnumSet.of(SUSPENDED, DEPARTED);
            case SUSPENDED, DEPARTED -> EnumSet.of(INVITED, ACTIVE, this == SUSPENDED ? DEPARTED : SUSPENDED);
        };
    }

    /** Whether a message may be addressed to somebody in this state. */
    public boolean receives() {
        return this == INVITED || this == ACTIVE;
    }
}
