package fr.pli.exchange.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its administrators see it.
 *
 * @param version to be given back with a change, so that nobody overwrites what they have not seen
 * @param kept name of the account that is used instead of a merged entry (C-6); null for every other
 */
public record EntryRow(
        Person person,
        long version,
        Instant createdAt,
        @Nullable String kept) {

    public EntryState state() {
        return EntryState.of(person);
    }
}
