package fr.pli.exchange.journal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Appends facts, in the transaction of what they tell. Nothing appended is ever changed or removed. */
public interface Journal {

    /** Appends the fact with the present second and, within a web request, the address it came from. */
    void append(Fact fact);

    /**
     * As {@link #append} for facts that repeat (refusals): the first is appended at once, equal ones of the same minute
     * are counted and appended as one with the detail {@code repeated}. Belongs outside the transaction that the
     * refusal rolls back.
     */
    void appendCounted(Fact fact);

    /**
     * Makes a reference for something personal (a name and an address), to be put into facts in its place (as
     * the detail {@code identity}, whose salted hash then enters the leaf); what it stands for may later be erased
     * without touching the journal.
     */
    UUID identify(String value);

    /**
     * Erases what a reference stands for, for ever; its salted hash stays in the leaves, which still verify. Doing it
     * again changes nothing.
     */
    void eraseIdentity(UUID ref);

    /** Appends many facts of one act at once, in their order. */
    void appendAll(Collection<Fact> facts);

    /** As {@link #identify}, for many at once. @return one reference for each value, in their order */
    List<UUID> identifyAll(List<String> values);
}
