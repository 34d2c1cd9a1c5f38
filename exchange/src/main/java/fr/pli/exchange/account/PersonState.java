package fr.pli.exchange.account;

/** INVITED → ACTIVE ↔ SUSPENDED; ACTIVE → DEPARTED. Only INVITED and ACTIVE may receive messages. */
public enum PersonState {
    INVITED,
    ACTIVE,
    SUSPENDED,
    DEPARTED
}
