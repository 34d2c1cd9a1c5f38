package fr.pli.exchange.account;

import java.util.Set;
import java.util.UUID;

/**
 * What a feature does when two accounts turn out to be one human being's (C-6). What happened stays with the entry it
 * happened to: nothing that was received, sent, read or journaled is written anew. Only present rights move, each noted,
 * so that undoing moves these back and nothing else; what would be nobody's right any more ends. A bean for each thing that moves; asked within one unit of work.
 */
public interface Merging {

    /** Of its words in {@code messages/merge}. */
    String subject();

    /** What {@link #merge} would do now; changes nothing. */
    Outlook outlook(UUID absorbed, UUID kept);

    /**
     * Moves what is a present right.
     *
     * @param by the operator
     * @return ids of what moved
     */
    Set<UUID> merge(UUID absorbed, UUID kept, UUID by);

    /** Moves back what moved, as far as it is still where it went. @param moved as {@link #merge} returned it */
    void undo(UUID absorbed, UUID kept, Set<UUID> moved, UUID by);

    /**
     * @param moves how many things move, or are seen by the account that is kept
     * @param conflicts how many both accounts have: they stay where they are
     * @param ends how many are over with the merge, and do not come back when it is undone
     */
    record Outlook(int moves, int conflicts, int ends) {

        /** Nothing ends. */
        public Outlook(int moves, int conflicts) {
            this(moves, conflicts, 0);
        }
    }
}
