package fr.pli.exchange.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the last check of the journal found (O-4).
 *
 * @param at when it began
 * @param checked how many rows were computed again
 * @param fault null when everything was as it was written
 * @param seq number of the first row at fault, null when it is not about a row
 */
public record JournalCheck(
        Instant at,
        long checked,
        @Nullable Fault fault,
        @Nullable Long seq) {

    /** What can be wrong; its words are {@code state.journal.<name>}. */
    public enum Fault {
        /** An event is not what its leaf says. */
        CHANGED,
        /** A number, or the event of a number, is not there. */
        MISSING,
        /** There are events that neither have a number nor wait for one. */
        UNNUMBERED
    }
}
