package fr.pli.exchange.account;

import java.util.UUID;

/** What this feature must know of the door of certificates; the feature of certificates answers. */
public interface CardDoor {

    /** Whether this installation has a card door: then court staff and experts no longer sign in by password. */
    boolean open();

    /** Whether the person has a certificate and so a way in without any password. */
    boolean holds(UUID person);
}
