package fr.pli.exchange.account;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks for the present password again before what would let a borrowed session become somebody else's account. */
@Component
public class PresentPassword {

    private final Passwords passwords;
    private final Hashing hashing;
    private final Throttle throttle;

    PresentPassword(Passwords passwords, Hashing hashing, Throttle throttle) {
        this.passwords = passwords;
        this.hashing = hashing;
        this.throttle = throttle;
    }

    /** Whether the person has a password at all. */
    public boolean exists(UUID person) {
        return passwords.exists(person);
    }

    /** Refuses a wrong password; wrong ones are slowed. */
    public void check(Person person, String typed) {
        var subject = Throttle.Subject.of(Throttle.Kind.DEVICE, "change:" + person.id());
        throttle.admit(subject);
        if (!hashing.matches(
                PasswordPolicy.plausible(typed), passwords.hash(person.id()).orElse(null))) {
            throw SignInRefusal.PASSWORD_PRESENT_WRONG.with();
        }
        throttle.succeeded(subject);
    }
}
