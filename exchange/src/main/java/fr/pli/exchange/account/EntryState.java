package fr.pli.exchange.account;

/** Where an entry stands as its administrators read it: as a merged one (C-6), else by its state. */
public enum EntryState {
    INVITED,
    ACTIVE,
    SUSPENDED,
    DEPARTED,
    /** Of somebody who had two accounts; the other one is used. */
    MERGED;

    public static EntryState of(Person person) {
        return person.mergedInto() == null ? valueOf(person.state().name()) : MERGED;
    }
}
