package fr.pli.exchange.account;

import java.time.Instant;

/**
 * An entry as its administrators see it.
 *
 * @param version to be given back with a change, so that nobody overwrites what they have not seen
 */
public record EntryRow(Person person, long version, Instant createdAt) {}
