package fr.pli.expertise.invitation;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Guests;
import fr.pli.exchange.account.Particulars;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds who an invitation means, or enters them. A hidden person is invited like a visible one, by their exact
 * address; somebody unsuited, suspended or departed is refused like an address that nobody has.
 */
@Component
class Admission {

    private final Directory directory;
    private final Guests guests;
    private final InvitationPolicies policies;

    Admission(Directory directory, Guests guests, InvitationPolicies policies) {
        this.directory = directory;
        this.guests = guests;
        this.policies = policies;
    }

    Person admit(Person by, Invited kind, Particulars typed) {
        // the same is asked whether the address is known or not
        kind.made().ifPresent(profile -> guests.check(typed, profile));
        Optional<Person> known = directory.findByEmail(typed.email());
        Person person = known.or(() -> entered(by, kind, typed))
                .orElseThrow(() ->
                        InvitationRefusal.PERSON_UNAVAILABLE.with(typed.email().strip()));
        if (!kind.suits(person.profile())
                || !present(kind, person)
                || person.id().equals(by.id())) {
            throw InvitationRefusal.PERSON_UNAVAILABLE.with(typed.email().strip());
        }
        return person;
    }

    /** Refuses a role that somebody who takes part already may not have. */
    void suits(UUID id, Invited kind) {
        Person person = directory.find(id).orElseThrow();
        if (!kind.suits(person.profile()) || !present(kind, person)) {
            throw InvitationRefusal.PERSON_UNAVAILABLE.with(person.email());
        }
    }

    private Optional<Person> entered(Person by, Invited kind, Particulars typed) {
        Optional<Profile> profile = policies.makeEntries() ? kind.made() : Optional.empty();
        return profile.map(made -> guests.enter(by, typed, made));
    }

    /** Court staff and experts have an account already; the others may still have to follow their invitation. */
    private static boolean present(Invited kind, Person person) {
        return person.active() || kind.made().isPresent() && person.state() == PersonState.INVITED;
    }
}
