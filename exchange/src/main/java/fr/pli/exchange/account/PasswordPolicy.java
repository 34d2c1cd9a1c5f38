package fr.pli.exchange.account;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.passay.DefaultPasswordValidator;
import org.passay.PasswordData;
import org.passay.rule.DictionaryRule;
import org.passay.rule.LengthRule;
import org.passay.rule.Rule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The rules of A-6, one by one, so that a page can show each and tick it; the server's word is the last. */
@Component
public class PasswordPolicy {

    /** Longest password, in characters; none is ever cut. */
    public static final int LONGEST = 128;

    private final Supplier<AccountSettings.PasswordRules> decided;
    private final Rule common;

    @Autowired
    PasswordPolicy(AccountPolicies policies) {
        this(policies::password);
    }

    /** @param decided the rules of the moment */
    PasswordPolicy(Supplier<AccountSettings.PasswordRules> decided) {
        this.decided = decided;
        this.common = new DictionaryRule(CommonPasswords.shipped());
    }

    /** Refuses with the first rule that is broken. */
    void check(String password, Owner owner) {
        if (tooLong(password)) {
            throw SignInRefusal.PASSWORD_TOO_LONG.with(LONGEST);
        }
        for (Named named : rules(owner)) {
            if (!new DefaultPasswordValidator(named.rule())
                    .validate(data(named, password))
                    .isValid()) {
                throw named.refusal().with(named.arguments());
            }
        }
    }

    /** What was typed, or nothing if it is too long to be anybody's password: then no time is spent on its length. */
    static String plausible(String typed) {
        return tooLong(typed) ? "" : typed;
    }

    private static boolean tooLong(String password) {
        return password.length() > 2 * LONGEST || password.codePointCount(0, password.length()) > LONGEST;
    }

    /** What the page of the form shows and ticks; {@code ownData} are the folded words the password must not contain. */
    public Shown shown(Owner owner) {
        AccountSettings.PasswordRules settings = decided.get();
        return new Shown(settings.length(), settings.distinct(), settings.kinds(), LONGEST, OwnDataRule.words(owner));
    }

    private List<Named> rules(Owner owner) {
        AccountSettings.PasswordRules settings = decided.get();
        return List.of(
                new Named(
                        new LengthRule(settings.length(), LONGEST),
                        SignInRefusal.PASSWORD_TOO_SHORT,
                        settings.length()),
                new Named(
                        new DistinctCharactersRule(settings.distinct()),
                        SignInRefusal.PASSWORD_TOO_UNIFORM,
                        settings.distinct()),
                new Named(
                        new CharacterKindsRule(settings.kinds()),
                        SignInRefusal.PASSWORD_TOO_FEW_KINDS,
                        settings.kinds()),
                new Named(new OwnDataRule(owner), SignInRefusal.PASSWORD_OWN_DATA),
                new Named(common, SignInRefusal.PASSWORD_COMMON));
    }

    private static PasswordData data(Named named, String password) {
        return new PasswordData(
                named.refusal() == SignInRefusal.PASSWORD_COMMON ? password.toLowerCase(Locale.ROOT) : password);
    }

    /**
     * Whose password it is to be.
     *
     * @param email may not be part of it, nor the part before the "@"
     */
    public record Owner(String email, String firstName, String lastName) {

        static Owner of(Person person) {
            return new Owner(person.email(), person.firstName(), person.lastName());
        }
    }

    /**
     * The rules as a page shows them.
     *
     * @param kinds least number among upper case, lower case, digit, other; 0 when it does not matter
     * @param ownData lower-case words without accents that the password must not contain
     */
    public record Shown(int length, int distinct, int kinds, int longest, List<String> ownData) {}

    private record Named(Rule rule, SignInRefusal refusal, Object... arguments) {}
}
