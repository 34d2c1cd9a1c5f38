package fr.pli.exchange.account;

import fr.pli.exchange.account.Organisation.Kind;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/**
 * Entries that somebody's invitation makes, not an administrator: lawyers, parties and sapiteurs, usable where they
 * were invited to. They find nobody and nobody finds them until an administrator takes the entry over. Whether the
 * inviter may do so is asked before, by the feature that invites.
 */
@Component
public class Guests {

    /** What an invitation may make of somebody. */
    public static final Set<Profile> PROFILES = EnumSet.of(Profile.LAWYER, Profile.PARTY, Profile.SAPITEUR);

    /** Where who gives no organisation belongs. */
    private static final String NOWHERE = "Invités des expertises";

    private final Guard guard;
    private final ParticularsCheck check;
    private final Organisations organisations;
    private final Membership membership;
    private final Directory directory;
    private final Invitations invitations;
    private final Units units;

    Guests(
            Guard guard,
            ParticularsCheck check,
            Organisations organisations,
            Membership membership,
            Directory directory,
            Invitations invitations,
            Units units) {
        this.guard = guard;
        this.check = check;
        this.organisations = organisations;
        this.membership = membership;
        this.directory = directory;
        this.invitations = invitations;
        this.units = units;
    }

    /** Refuses what is wrong of the particulars, whether the address is known or not. */
    public void check(Particulars typed, Profile profile) {
        read(typed, profile);
    }

    /**
     * The entry of that address: the one there is, unchanged, or a new one in state INVITED. Its mail is another act.
     *
     * @param profile one of {@link #PROFILES}; the particulars' own is not looked at
     */
    public Person enter(Person by, Particulars typed, Profile profile) {
        Assert.isTrue(PROFILES.contains(profile), "an invitation makes lawyers, parties and sapiteurs");
        ParticularsCheck.Read read = read(typed, profile);
        return units.call(() -> {
            guard.hold();
            Optional<Person> known = directory.findByEmail(read.email());
            return known.orElseGet(() -> directory
                    .find(membership.addGuest(entry(by, read), by.id()))
                    .orElseThrow());
        });
    }

    /**
     * Mails who is still INVITED the link to choose a password (15 days, once): the only mail that goes to such an address.
     *
     * @param template rendered by the feature that invites, from {@code refs} and the link's {@code token} and {@code until}
     * @param about what they are invited to
     */
    public void invite(Person invited, Person by, String template, UUID about, Map<String, String> refs) {
        units.run(() -> invitations.invite(invited, by.id(), template, about, refs));
    }

    private ParticularsCheck.Read read(Particulars typed, Profile profile) {
        String organisation = typed.organisation().isBlank() ? NOWHERE : typed.organisation();
        return check.check(new Particulars(
                        typed.email(),
                        typed.firstName(),
                        typed.lastName(),
                        organisation,
                        profile.name(),
                        typed.language(),
                        typed.zone()))
                .orRefuse();
    }

    private PersonRecord.Entry entry(Person by, ParticularsCheck.Read read) {
        return new PersonRecord.Entry(
                read.email(),
                read.firstName(),
                read.lastName(),
                organisation(by, read.organisation()),
                read.profile(),
                read.languageOr(Locale.FRENCH),
                read.zoneOr(Time.PARIS));
    }

    private UUID organisation(Person by, String name) {
        UUID id = organisations.byKey().get(Organisations.key(name));
        Optional<Organisation> there = id == null ? Optional.empty() : organisations.find(id);
        Organisation organisation = there.orElseGet(() -> organisations.insertNamed(by, name));
        if (organisation.kind() == Kind.COURT) {
            throw DirectoryRefusal.GUEST_OF_COURT.with(organisation.name());
        }
        return organisation.id();
    }
}
