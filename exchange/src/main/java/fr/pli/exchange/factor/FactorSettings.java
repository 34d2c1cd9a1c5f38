package fr.pli.exchange.factor;

import fr.pli.exchange.account.Profile;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The second factor of password accounts.
 *
 * @param required profiles that must have one: without it they are led to set one up right after the password, and the
 *     last one cannot be removed
 * @param issuer name under which apps and passkeys list the account
 * @param drift steps of 30 seconds by which an app's clock may be early or late
 * @param userVerification whether a passkey must verify its user (PIN, fingerprint) beside being there: REQUIRED, PREFERRED or
 *     DISCOURAGED
 * @param recoveryCodes how many recovery codes are made at once
 * @param perPerson most apps and passkeys of one person
 */
@ConfigurationProperties("pli.factor")
public record FactorSettings(
        @DefaultValue Set<Profile> required,
        @DefaultValue("Pli") String issuer,
        @DefaultValue("1") int drift,
        @DefaultValue("PREFERRED") UserVerification userVerification,
        @DefaultValue("10") int recoveryCodes,
        @DefaultValue("10") int perPerson) {

    public FactorSettings {
        required = Set.copyOf(required);
        Assert.isTrue(!issuer.isBlank() && !issuer.contains(":"), "pli.factor.issuer must be a name without colon");
        Assert.isTrue(drift >= 0 && drift <= 10, "pli.factor.drift must lie between 0 and 10");
        Assert.isTrue(recoveryCodes >= 1 && recoveryCodes <= 50, "pli.factor.recovery-codes must lie between 1 and 50");
        Assert.isTrue(perPerson >= 1 && perPerson <= 50, "pli.factor.per-person must lie between 1 and 50");
    }

    /** As WebAuthn names it. */
    public enum UserVerification {
        REQUIRED,
        PREFERRED,
        DISCOURAGED
    }
}
