package fr.pli.exchange.account;

import fr.pli.exchange.account.AccountSettings.PasswordRules;
import fr.pli.exchange.account.AccountSettings.PasswordSet;
import fr.pli.exchange.platform.Policies;
import fr.pli.exchange.platform.Policy;
import fr.pli.exchange.platform.PolicySource;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Passwords and the grace period of the terms as administrators decide them while the service runs (O-1, A-6, A-11). */
@Component
@Order(2)
class AccountPolicies implements PolicySource {

    private final Policies policies;
    private final Policy set;
    private final Policy length;
    private final Policy distinct;
    private final Policy kinds;
    private final Policy grace;

    AccountPolicies(Policies policies, AccountSettings settings) {
        PasswordRules password = settings.password();
        this.policies = policies;
        this.set = Policy.choice(
                "account.password-set",
                word(password.set()),
                Arrays.stream(PasswordSet.values()).map(AccountPolicies::word).toList());
        this.length = Policy.optional("account.password-length", text(password.minLength()), 8, 64);
        this.distinct = Policy.optional("account.password-distinct", text(password.minDistinct()), 0, 8);
        this.kinds = Policy.optional("account.password-kinds", text(password.minKinds()), 0, 4);
        this.grace =
                Policy.number("account.terms-grace-days", settings.termsGrace().toDays(), 0, 365);
    }

    @Override
    public String group() {
        return "account";
    }

    @Override
    public List<Policy> policies() {
        return List.of(set, length, distinct, kinds, grace);
    }

    PasswordRules password() {
        Policies.Values now = policies.now();
        return new PasswordRules(
                PasswordSet.valueOf(now.text(set).toUpperCase(Locale.ROOT)),
                number(now.optional(length)),
                number(now.optional(distinct)),
                number(now.optional(kinds)));
    }

    /** How long a new version of the terms may be left unaccepted. */
    Duration termsGrace() {
        return Duration.ofDays(policies.now().number(grace));
    }

    private static String word(PasswordSet set) {
        return set.name().toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static @Nullable Integer number(OptionalLong decided) {
        return decided.isPresent() ? Math.toIntExact(decided.getAsLong()) : null;
    }
}
