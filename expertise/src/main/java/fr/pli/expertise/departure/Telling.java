package fr.pli.expertise.departure;

import java.util.Locale;

/** What an expert is told of a departure; its words are {@code departure.telling.<NAME>}. */
enum Telling {
    DECLARED,
    CHANGED,
    CANCELLED,
    /** The account is inactive, nobody follows. */
    EFFECTIVE,
    /** Somebody has taken over. */
    MOVED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
