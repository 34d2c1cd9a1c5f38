package fr.pli.exchange.account;

import fr.pli.exchange.account.Throttle.Kind;
import fr.pli.exchange.account.Throttle.Subject;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows wrong second factors as wrong passwords are: by source, and by account; a device that signed the person in
 * before is counted on its own, so that who knows the password cannot keep its owner out.
 */
@Component
public class SecondTries {

    private final Throttle throttle;
    private final Devices devices;
    private final Journal journal;
    private final Units units;

    SecondTries(Throttle throttle, Devices devices, Journal journal, Units units) {
        this.throttle = throttle;
        this.devices = devices;
        this.journal = journal;
        this.units = units;
    }

    /** Counts one try before it is looked at, or refuses it with the time to wait. */
    public void admit(Try attempt) {
        throttle.admit(source(attempt));
        throttle.admit(account(attempt));
    }

    /** The try was right: its count is taken back. */
    public void right(Try attempt) {
        throttle.succeeded(account(attempt));
        throttle.succeeded(source(attempt));
    }

    /** The try was wrong. @return whether the person has to be told now: once in an episode */
    public boolean wrong(Try attempt) {
        return units.call(() -> {
            journal.append(
                    Fact.of("session.refused").about(attempt.person().id()).detail("step", "second"));
            return throttle.claimNotice(account(attempt));
        });
    }

    private static Subject source(Try attempt) {
        return Subject.of(Kind.SOURCE, attempt.source());
    }

    private Subject account(Try attempt) {
        return devices.signedIn(attempt.device(), attempt.person().id())
                ? Subject.of(Kind.SECOND, "device " + attempt.device())
                : Subject.of(Kind.SECOND, "person " + attempt.person().id());
    }

    /**
     * One try by somebody whose password was right.
     *
     * @param source network address it came from
     * @param device token of the browser's cookie, if it signed somebody in before
     */
    public record Try(
            Person person, String source, @Nullable String device) {}
}
