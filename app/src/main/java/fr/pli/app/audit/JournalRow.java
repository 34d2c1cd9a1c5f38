package fr.pli.app.audit;

import fr.pli.exchange.journal.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal with the names that the directory has today.
 *
 * @param words what the kind means, in the reader's language
 * @param actor null for the platform itself or somebody who is in the directory no more
 */
public record JournalRow(
        Entry entry,
        String words,
        @Nullable String actor,
        @Nullable String actingFor,
        @Nullable String subject) {}
