package fr.pli.exchange.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to read of the journal; everything given must hold.
 *
 * @param person who acted, on whose behalf, or whom it is about
 * @param from first second
 * @param to first second not any more
 */
public record JournalQuery(
        @Nullable String kind,
        @Nullable UUID person,
        @Nullable UUID message,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static JournalQuery everything() {
        return new JournalQuery(null, null, null, null, null);
    }

    public static JournalQuery ofPerson(UUID person) {
        return new JournalQuery(null, person, null, null, null);
    }

    public static JournalQuery ofMessage(UUID message) {
        return new JournalQuery(null, null, message, null, null);
    }
}
