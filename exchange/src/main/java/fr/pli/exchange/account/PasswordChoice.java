package fr.pli.exchange.account;

import fr.pli.exchange.account.Link.Purpose;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Choosing a password: by the link of an invitation or of a reset, or in the account page. Whatever the way, every
 * other session of the person ends, other open links die and the person is told by mail.
 */
@Component
public class PasswordChoice {

    static final String CHANGED = "signin-password-changed";

    private final Directory directory;
    private final Links links;
    private final LinkRequests requests;
    private final PasswordPolicy policy;
    private final Hashing hashing;
    private final Passwords passwords;
    private final PresentPassword presentPassword;
    private final Throttle throttle;
    private final Aftermath aftermath;
    private final Units units;
    private final Clock clock;

    PasswordChoice(
            Directory directory,
            Links links,
            LinkRequests requests,
            PasswordPolicy policy,
            Hashing hashing,
            Passwords passwords,
            PresentPassword presentPassword,
            Throttle throttle,
            Aftermath aftermath,
            Units units,
            Clock clock) {
        this.directory = directory;
        this.links = links;
        this.requests = requests;
        this.policy = policy;
        this.hashing = hashing;
        this.passwords = passwords;
        this.presentPassword = presentPassword;
        this.throttle = throttle;
        this.aftermath = aftermath;
        this.units = units;
        this.clock = clock;
    }

    /** Whose password this link lets choose; changes nothing. Empty when the link is dead, for whatever reason. */
    public Optional<Offer> offer(String token) {
        return living(token)
                .map(found -> new Offer(
                        found.person().email(),
                        found.link().purpose() == Purpose.INVITATION,
                        policy.shown(PasswordPolicy.Owner.of(found.person()))));
    }

    /**
     * Uses the link. A password that the policy refuses leaves the link as it was.
     *
     * @return token of the device, from now on known: its owner read the account's mail on it
     */
    public String choose(String token, String password, String repeated, @Nullable String device) {
        Found found = living(token).orElseThrow(SignInRefusal.LINK_DEAD::with);
        Person person = found.person();
        String hash = accepted(person, password, repeated);
        return units.call(() -> {
            if (!links.use(found.link())) {
                throw SignInRefusal.LINK_DEAD.with();
            }
            passwords.store(person.id(), hash);
            return aftermath.chosenByLink(person, device);
        });
    }

    /** « J'ai oublié mon mot de passe »: the same for every address. @param source network address it came from */
    public void forgotten(String email, String source) {
        throttle.admit(Throttle.Subject.of(Throttle.Kind.LINKS, source));
        requests.byAddress(email);
    }

    /** A dead link asks for a new one, which goes to the address of the account only. */
    public void renew(String token, String source) {
        throttle.admit(Throttle.Subject.of(Throttle.Kind.LINKS, source));
        requests.byDeadLink(token);
    }

    /** What the account page shows beside the form. */
    public PasswordPolicy.Shown shown(Person person) {
        return policy.shown(PasswordPolicy.Owner.of(person));
    }

    /** Changes the password of who is signed in. @param session key of the session that stays open */
    public void change(Person person, String present, String password, String repeated, @Nullable String session) {
        presentPassword.check(person, present);
        String hash = accepted(person, password, repeated);
        units.run(() -> {
            passwords.store(person.id(), hash);
            aftermath.changed(person, session);
        });
    }

    private String accepted(Person person, String password, String repeated) {
        policy.check(password, PasswordPolicy.Owner.of(person));
        if (!password.equals(repeated)) {
            throw SignInRefusal.PASSWORD_DIFFERS.with();
        }
        return hashing.hash(password);
    }

    private Optional<Found> living(String token) {
        return links.find(token).filter(link -> link.alive(clock.instant())).flatMap(link -> Optional.ofNullable(
                        link.person())
                .flatMap(directory::find)
                .filter(person -> person.state().receives() && link.purpose() == Invitations.purpose(person.state()))
                .map(person -> new Found(link, person)));
    }

    private record Found(Link link, Person person) {}

    /**
     * What a living link offers.
     *
     * @param first whether it is the account's first password
     */
    public record Offer(String email, boolean first, PasswordPolicy.Shown rules) {}

    /** What follows a chosen password, in its transaction. */
    @Component
    static class Aftermath {

        private final Membership membership;
        private final Sessions sessions;
        private final Links links;
        private final Devices devices;
        private final Outbox outbox;
        private final Journal journal;

        Aftermath(
                Membership membership,
                Sessions sessions,
                Links links,
                Devices devices,
                Outbox outbox,
                Journal journal) {
            this.membership = membership;
            this.sessions = sessions;
            this.links = links;
            this.devices = devices;
            this.outbox = outbox;
            this.journal = journal;
        }

        String chosenByLink(Person person, @Nullable String device) {
            if (person.state() == PersonState.INVITED) {
                membership.activate(person.id(), person.id());
                settled(person, null, "invitation");
            } else {
                settled(person, null, "reset");
                tell(person);
            }
            devices.forget(person.id());
            return devices.remember(device, person.id(), false);
        }

        void changed(Person person, @Nullable String session) {
            settled(person, session, "account");
            tell(person);
        }

        private void settled(Person person, @Nullable String session, String way) {
            links.endAll(person.id());
            sessions.endAll(person.id(), session);
            journal.append(Fact.of("password.chosen")
                    .by(person.id())
                    .about(person.id())
                    .detail("way", way));
        }

        private void tell(Person person) {
            UUID id = person.id();
            outbox.stage(new Letter(person.email(), id, person.language(), CHANGED, id, Map.of()));
        }
    }
}
