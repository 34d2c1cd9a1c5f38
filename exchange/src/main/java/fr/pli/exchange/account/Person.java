package fr.pli.exchange.account;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * An entry of the directory, as other features see it.
 *
 * @param email lower case
 * @param identity reference of this person in the journal
 */
public record Person(
        UUID id,
        String email,
        String firstName,
        String lastName,
        UUID organisationId,
        String organisation,
        Profile profile,
        PersonState state,
        Locale language,
        ZoneId zone,
        UUID identity) {

    public String name() {
        return firstName.isEmpty() ? lastName : firstName + " " + lastName;
    }

    public boolean active() {
        return state == PersonState.ACTIVE;
    }
}
