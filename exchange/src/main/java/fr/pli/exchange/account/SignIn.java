package fr.pli.exchange.account;

import fr.pli.exchange.account.Throttle.Kind;
import fr.pli.exchange.account.Throttle.Subject;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door of e-mail and password. Whether an address exists shows neither in the answer nor in the work done:
 * unknown addresses are looked up, slowed and computed like known ones. Finding a person proves nothing yet: only the
 * last line of {@link #withPassword} says who signed in, and not even that where a second factor is owed.
 */
@Component
public class SignIn {

    private final Directory directory;
    private final Passwords passwords;
    private final Hashing hashing;
    private final Throttle throttle;
    private final Devices devices;
    private final SlowDownNotice notice;
    private final SecondStep second;
    private final DoorRules doors;
    private final Journal journal;
    private final Units units;

    SignIn(
            Directory directory,
            Passwords passwords,
            Hashing hashing,
            Throttle throttle,
            Devices devices,
            SlowDownNotice notice,
            SecondStep second,
            DoorRules doors,
            Journal journal,
            Units units) {
        this.directory = directory;
        this.passwords = passwords;
        this.hashing = hashing;
        this.throttle = throttle;
        this.devices = devices;
        this.notice = notice;
        this.second = second;
        this.doors = doors;
        this.journal = journal;
        this.units = units;
    }

    /**
     * Signs in who gives the right password, or says what they still owe.
     *
     * @throws fr.pli.exchange.platform.RefusedException with a {@link SignInRefusal}
     */
    public Answer withPassword(Attempt attempt) {
        String email = attempt.email().strip().toLowerCase(Locale.ROOT);
        Person found = directory.findByEmail(email).orElse(null);
        var id = found == null ? null : found.id();
        boolean knownDevice = devices.knows(attempt.device(), id);
        var source = Subject.of(Kind.SOURCE, attempt.source());
        var account = knownDevice
                ? Subject.of(Kind.DEVICE, String.valueOf(attempt.device()))
                : Subject.of(Kind.ACCOUNT, email);
        throttle.admit(source);
        throttle.admit(account);
        String hash = passwords.hash(id).orElse(null);
        boolean right = hashing.matches(PasswordPolicy.plausible(attempt.password()), hash);
        if (!right || found == null || hash == null) {
            notice.failed(account, found);
            throw SignInRefusal.WRONG.with();
        }
        throttle.succeeded(account);
        throttle.succeeded(source);
        if (!found.active()) {
            throw SignInRefusal.SUSPENDED.with();
        }
        if (!doors.byPassword(found.profile())) {
            throw SignInRefusal.DOOR_CLOSED.with();
        }
        if (hashing.outdated(hash)) {
            String fresh = hashing.hash(attempt.password());
            units.run(() -> passwords.rehash(found.id(), hash, fresh));
        }
        SecondStep.Need need = second.need(found);
        return need == SecondStep.Need.NONE ? entered(found, attempt.device(), "password") : new HalfWay(found, need);
    }

    /**
     * Writes down that somebody who proved who they are has come in; called by nobody who has not seen every proof.
     *
     * @param door what was proved, such as {@code password+totp}
     */
    public Entered entered(Person person, @Nullable String device, String door) {
        return units.call(() -> {
            journal.append(Fact.of("session.opened").by(person.id()).detail("door", door));
            return new Entered(person, devices.remember(device, person.id(), true));
        });
    }

    /** Writes down that somebody went out. */
    public void left(Person person) {
        units.run(() -> journal.append(Fact.of("session.ended").by(person.id())));
    }

    /**
     * One attempt.
     *
     * @param source network address it came from
     * @param device token of the browser's cookie, if it signed somebody in before
     */
    public record Attempt(
            String email,
            String password,
            String source,
            @Nullable String device) {}

    /** What the right password leads to. */
    public sealed interface Answer permits Entered, HalfWay {}

    /**
     * Somebody who came in.
     *
     * @param device token the browser is to keep in a cookie
     */
    public record Entered(Person person, String device) implements Answer {}

    /** Somebody whose password was right and who has no right yet. */
    public record HalfWay(Person person, SecondStep.Need need) implements Answer {}
}
