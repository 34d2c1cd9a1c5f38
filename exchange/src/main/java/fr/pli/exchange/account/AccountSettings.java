package fr.pli.exchange.account;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Signing in: sessions, one-time links, passwords, brute force, terms of use.
 *
 * @param sessionIdle a session ends when it was not used for so long
 * @param sessionAbsolute a session ends after so long, however much it is used
 * @param linkLifetime how long a link to choose a password works
 * @param setupLifetime how long the link of the first start works; it is made again at each start
 * @param failuresBeforeDelay from this failure on an account's next attempt has to wait
 * @param firstDelay wait after that failure; it doubles with each further one
 * @param longestDelay most that an attempt has to wait
 * @param failuresPerSource failures within one hour after which a network address has to wait for the hour's end
 * @param hashesAtOnce password computations at the same time on one node
 * @param hashWait how long a sign-in waits for its turn to compute before it is told to come back
 * @param hashMemory memory of one Argon2id computation
 * @param hashIterations passes of one Argon2id computation
 * @param termsGrace how long a new version of the terms of use may be left unaccepted
 * @param ownName whether people may change their own first and last name
 * @param ownAddress whether people may change their own address, within the domains of their organisation
 * @param password what a password must have
 * @param doors profiles and the doors they may sign in by; what is not listed keeps its default
 */
@ConfigurationProperties("pli.account")
public record AccountSettings(
        @DefaultValue("30m") Duration sessionIdle,
        @DefaultValue("12h") Duration sessionAbsolute,
        @DefaultValue("15d") Duration linkLifetime,
        @DefaultValue("24h") Duration setupLifetime,
        @DefaultValue("5") int failuresBeforeDelay,
        @DefaultValue("15s") Duration firstDelay,
        @DefaultValue("15m") Duration longestDelay,
        @DefaultValue("50") int failuresPerSource,
        @DefaultValue("2") int hashesAtOnce,
        @DefaultValue("5s") Duration hashWait,
        @DefaultValue("19MB") DataSize hashMemory,
        @DefaultValue("2") int hashIterations,
        @DefaultValue("30d") Duration termsGrace,
        @DefaultValue("true") boolean ownName,
        @DefaultValue("true") boolean ownAddress,
        @DefaultValue PasswordRules password,
        @DefaultValue Map<Profile, Set<Door>> doors) {

    public AccountSettings {
        positive(sessionIdle, "session-idle");
        positive(sessionAbsolute, "session-absolute");
        positive(linkLifetime, "link-lifetime");
        positive(setupLifetime, "setup-lifetime");
        positive(firstDelay, "first-delay");
        positive(hashWait, "hash-wait");
        Assert.isTrue(!termsGrace.isNegative(), "pli.account.terms-grace must not be negative");
        Assert.isTrue(
                longestDelay.compareTo(firstDelay) >= 0, "pli.account.longest-delay must not be below first-delay");
        Assert.isTrue(failuresBeforeDelay > 0, "pli.account.failures-before-delay must be positive");
        Assert.isTrue(failuresPerSource > 0, "pli.account.failures-per-source must be positive");
        Assert.isTrue(hashesAtOnce > 0, "pli.account.hashes-at-once must be positive");
        Assert.isTrue(hashIterations > 0, "pli.account.hash-iterations must be positive");
        Assert.isTrue(hashMemory.toKilobytes() >= 8, "pli.account.hash-memory must be 8 KB or more");
    }

    private static void positive(Duration value, String name) {
        Assert.isTrue(
                !value.isNegative() && !value.isZero(), () -> "pli.account." + name + " must be a positive duration");
    }

    /**
     * The rules of A-6: a set, and single rules that differ from it.
     *
     * @param set {@code plex} (8 characters, 3 distinct, 2 kinds) or {@code strict} (15 characters, no composition)
     * @param minLength least number of characters, instead of the set's
     * @param minDistinct least number of distinct characters, instead of the set's
     * @param minKinds least number of kinds (upper case, lower case, digit, other), instead of the set's
     */
    public record PasswordRules(
            @DefaultValue("plex") PasswordSet set,
            @Nullable Integer minLength,
            @Nullable Integer minDistinct,
            @Nullable Integer minKinds) {

        public PasswordRules {
            Assert.isTrue(
                    minLength == null || minLength >= 8 && minLength <= 64,
                    "pli.account.password.min-length must lie between 8 and 64");
            Assert.isTrue(
                    minDistinct == null || minDistinct >= 0 && minDistinct <= 8,
                    "pli.account.password.min-distinct must lie between 0 and 8");
            Assert.isTrue(
                    minKinds == null || minKinds >= 0 && minKinds <= 4,
                    "pli.account.password.min-kinds must lie between 0 and 4");
        }

        int length() {
            return minLength == null ? set.length : minLength;
        }

        int distinct() {
            return minDistinct == null ? set.distinct : minDistinct;
        }

        int kinds() {
            return minKinds == null ? set.kinds : minKinds;
        }
    }

    /** The shipped sets of password rules. */
    public enum PasswordSet {
        PLEX(8, 3, 2),
        STRICT(15, 0, 0);

        private final int length;
        private final int distinct;
        private final int kinds;

        PasswordSet(int length, int distinct, int kinds) {
            this.length = length;
            this.distinct = distinct;
            this.kinds = kinds;
        }
    }
}
