package fr.pli.exchange.attachment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What clamd said when a node last asked it, known to all nodes; asked every twenty seconds (U-6, O-4). */
public interface ScannerState {

    /** Empty until it was asked for the first time. */
    Optional<Seen> last();

    /**
     * @param trouble why it cannot be used or trusted, the sentence's code being {@code attachment.clamd.<trouble>};
     *     null while it can
     * @param since when this became so
     * @param engine its version, null while it never answered
     * @param official whether it has ClamAV's signatures, and not the test set alone
     * @param signatures when these were made, as far as known
     */
    record Seen(
            @Nullable String trouble,
            Instant since,
            @Nullable String engine,
            boolean official,
            @Nullable Instant signatures) {

        public boolean usable() {
            return trouble == null;
        }
    }
}
