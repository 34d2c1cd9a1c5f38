package fr.pli.exchange.attachment;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * clamd did not say what a file is. Whatever the reason, the file goes on waiting (U-6): nothing that clamd did not call
 * {@code OK} word for word is clean.
 */
final class ClamdTrouble extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;

    ClamdTrouble(Kind kind, @Nullable String said) {
        this(kind, said, null);
    }

    ClamdTrouble(Kind kind, @Nullable String said, @Nullable Throwable cause) {
        super(said == null ? kind.name() : kind + ": " + said, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Shown to administrators; the sentences stand in the bundle under {@code attachment.clamd.<kind>}. */
    enum Kind {
        /** No socket, or nobody listens. */
        UNREACHABLE,
        /** It took no byte, or gave no answer, in time. */
        SILENT,
        /** The connection ended before a whole reply. */
        CUT,
        /** A reply that clamd's protocol does not know, or at the wrong moment. */
        NONSENSE,
        /** It says itself that it failed. */
        FAILED,
        /** Its configuration cannot be read. */
        CONFIGURATION,
        /** It would call OK what it did not look at: AlertExceedsMax, AlertEncrypted or DisableCache is off. */
        WEAK
    }
}
