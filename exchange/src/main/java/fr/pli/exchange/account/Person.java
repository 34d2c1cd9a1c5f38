package fr.pli.exchange.account;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * An entry of the directory, as other features see it.
 *
 * @param email lower case
 * @param identity reference of this person in the journal
 * @param guest entered by an expert's invitation and not (yet) taken over by an administrator: nobody finds them when
 *     writing, they find nobody
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
        UUID identity,
        boolean guest) {

    /** Of the directory proper. */
    public Person(
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
        this(
                id,
                email,
                firstName,
                lastName,
                organisationId,
                organisation,
                profile,
                state,
                language,
                zone,
                identity,
                false);
    }

    public String name() {
        return firstName.isEmpty() ? lastName : firstName + " " + lastName;
    }

    public boolean active() {
        return state == PersonState.ACTIVE;
    }
}
