package fr.pli.exchange.factor;

import fr.pli.exchange.account.SecondTries;
import fr.pli.exchange.account.SecondTries.Try;
import fr.pli.exchange.account.SignIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The second step of signing in: a try is counted, looked at, and only a right one lets its person in. Who calls
 * this has seen the right password in the same browser.
 */
@Component
public class SecondProof {

    private final SecondTries tries;
    private final CodeApps apps;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final FactorNews news;
    private final SignIn signIn;
    private final MeterRegistry metrics;
    private final Units units;

    SecondProof(
            SecondTries tries,
            CodeApps apps,
            Passkeys passkeys,
            RecoveryCodes codes,
            FactorNews news,
            SignIn signIn,
            MeterRegistry metrics,
            Units units) {
        this.tries = tries;
        this.apps = apps;
        this.passkeys = passkeys;
        this.codes = codes;
        this.news = news;
        this.signIn = signIn;
        this.metrics = metrics;
        this.units = units;
    }

    public SignIn.Entered byCode(Try attempt, String code) {
        return proved(attempt, "totp", () -> apps.prove(attempt.person(), code));
    }

    public SignIn.Entered byRecoveryCode(Try attempt, String code) {
        return proved(attempt, "recovery", () -> codes.prove(attempt.person(), code));
    }

    /**
     * @param challenge the one this browser was given last, empty when there is none
     * @param answer what the passkey made of it, as JSON
     */
    public SignIn.Entered byPasskey(Try attempt, String challenge, String answer) {
        return proved(attempt, "passkey", () -> passkeys.prove(attempt.person(), challenge, answer));
    }

    /** After setting up the factor that the profile must have: its first proof has just been seen. */
    public SignIn.Entered byEnrolment(Try attempt, Factor.Kind kind) {
        return signIn.entered(
                attempt.person(), attempt.device(), "password+" + kind.name().toLowerCase(Locale.ROOT));
    }

    private SignIn.Entered proved(Try attempt, String way, Runnable proof) {
        tries.admit(attempt);
        try {
            proof.run();
        } catch (RefusedException wrong) {
            if (wrong.refusal() instanceof FactorRefusal) {
                count(way, "refused");
                units.run(() -> {
                    if (tries.wrong(attempt)) {
                        news.slowed(attempt.person());
                    }
                });
            }
            throw wrong;
        }
        tries.right(attempt);
        count(way, "proved");
        return signIn.entered(attempt.person(), attempt.device(), "password+" + way);
    }

    private void count(String way, String outcome) {
        metrics.counter("pli.second.step", "way", way, "outcome", outcome).increment();
    }
}
