package fr.pli.exchange.expiry;

import java.util.UUID;

/** Ends messages whose time is over and destroys what can be destroyed (U-13). */
public interface EndOfLife {

    /** Ends one message if its time is over: state, receipts' fact, keys out of the database. May run twice. */
    void end(UUID message);
}
