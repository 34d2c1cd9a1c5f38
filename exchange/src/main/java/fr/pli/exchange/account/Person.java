package fr.pli.exchange.account;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the directory, as other features see it.
 *
 * @param email lower case
 * @param identity reference of this person in the journal
 * @param guest entered by an expert's invitation and not (yet) taken over by an administrator: nobody finds them when
 *     writing, they find nobody
 * @param mergedInto the account that was kept, for the entry of somebody who had two (C-6); then address and language are
 *     those of the account kept, where the person is reached
 * @param entries ids of all entries of the same human being, this one first; nearly always one
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
        boolean guest,
        @Nullable UUID mergedInto,
        List<UUID> entries) {

    public Person {
        entries = List.copyOf(entries);
    }

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
                false,
                null,
                List.of(id));
    }

    public String name() {
        return firstName.isEmpty() ? lastName : firstName + " " + lastName;
    }

    public boolean active() {
        return state == PersonState.ACTIVE;
    }

    /** Whether somebody may come in as this entry: a merged one is used through the account that was kept (C-6). */
    public boolean enters() {
        return active() && mergedInto == null;
    }

    /** This entry only: whoever acts for somebody acts for the entry that gave the delegation. */
    public Person alone() {
        return new Person(
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
                guest,
                mergedInto,
                List.of(id));
    }

    /** Whether the entry is one of this human being. */
    public boolean holds(UUID entry) {
        return entries.contains(entry);
    }

    /** The entry under which this human being acts. */
    public UUID account() {
        return mergedInto == null ? id : mergedInto;
    }
}
