package fr.pli.exchange.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge that was done, and its report.
 *
 * @param kept the account that was kept
 * @param absorbed whose entry points to it since
 * @param parts what each feature moved and what it found in the way
 * @param undoneAt null while it stands
 */
public record Merge(
        UUID id,
        UUID kept,
        UUID absorbed,
        Instant at,
        UUID by,
        @Nullable Instant undoneAt,
        List<Part> parts) {

    public boolean stands() {
        return undoneAt == null;
    }

    /**
     * One line of the report.
     *
     * @param subject as {@link fr.pli.exchange.account.Merging#subject()}
     * @param ends what an undo does not bring back
     */
    public record Part(String subject, int moves, int conflicts, int ends) {}
}
