package fr.pli.exchange.journal;

import java.util.UUID;

/** Appends facts, in the transaction of what they tell. Nothing appended is ever changed or removed. */
public interface Journal {

    /** Appends the fact with the present second and, within a web request, the address it came from. */
    void append(Fact fact);

    /**
     * Makes a reference for something personal (a name and an address, an IP address), to be put into facts in its
     * place; what it stands for may later be erased without touching the journal.
     */
    UUID identify(String value);
}
