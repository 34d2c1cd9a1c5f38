package fr.pli.exchange.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a message was posted. The exchange stores it and filters by it, it never interprets it.
 *
 * @param kind {@code letter} for what sender and recipients share; anything else belongs to a feature with an
 *     {@link AccessRule} of its own
 * @param reference id within that kind, null for letters
 */
public record Origin(String kind, @Nullable UUID reference) {

    public static final Origin LETTER = new Origin("letter", null);

    /** What sender and recipients share; anything else is permanent once it has left (E-5). */
    public boolean letter() {
        return kind.equals(LETTER.kind);
    }
}
