package fr.pli.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.AccountSettings.PasswordRules;
import fr.pli.exchange.account.AccountSettings.PasswordSet;
import fr.pli.exchange.account.PasswordPolicy.Owner;
import fr.pli.exchange.platform.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A-6")
class PasswordPolicyTest {

    private static final Owner OWNER = new Owner("h.lefevre-roux@barreau.fr", "Hélène", "Lefèvre-Roux");
    private final PasswordPolicy plex = policy(PasswordSet.PLEX);
    private final PasswordPolicy strict = policy(PasswordSet.STRICT);

    @ParameterizedTest
    @ValueSource(
            strings = {"Zq4vwmxk", "kqzwvx7t", "Ça-Va-Très-Bien", "пароль-Дом", "un chien sous la pluie", "🦊🦉🐟abcd7"
            })
    void whatKeepsTheRulesIsAccepted(String password) {
        assertThatCode(() -> plex.check(password, OWNER)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Zq4vwmx, password-too-short",
        "zzz4zzzzz, password-too-uniform",
        "kqzwvxtm, password-too-few-kinds",
        "4816253790, password-too-few-kinds",
        "azerty123, password-common",
        "AZERTY123, password-common",
        "motdepasse2026, password-common",
        "xx-lefevre-7, password-own-data",
        "LEFÈVRE-zz9, password-own-data",
        "hélène-zz9, password-own-data",
        "h.lefevre-roux@barreau.fr, password-own-data",
        "9h.lefevre-rouxZ, password-own-data",
    })
    void whatBreaksARuleIsRefusedByItsName(String password, String code) {
        assertThat(refusal(plex, password)).isEqualTo(code);
    }

    @Test
    void aNamePartOfThreeLettersMayBePartOfIt() {
        var owner = new Owner("x@y.fr", "Léa", "Roy");
        assertThatCode(() -> plex.check("Leazqwvx-Roy8", owner)).doesNotThrowAnyException();
    }

    @Test
    void hundredAndTwentyEightCharactersAreAcceptedAndOneMoreIsNot() {
        String longest = "aB3".repeat(42) + "xy";
        assertThatCode(() -> plex.check(longest, OWNER)).doesNotThrowAnyException();
        assertThat(refusal(plex, longest + "z")).isEqualTo("password-too-long");
        assertThat(refusal(plex, "a1".repeat(32_768))).isEqualTo("password-too-long");
        String outsideThePlane = "🦊7".repeat(64);
        assertThatCode(() -> plex.check(outsideThePlane + "", new Owner("x@y.fr", "", "")))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void theStrictSetAsksForFifteenCharactersAndNoComposition() {
        assertThat(refusal(strict, "Zq4vwmxkrtplwx")).isEqualTo("password-too-short");
        assertThatCode(() -> strict.check("kqzwvxtmrplhgbd", OWNER)).doesNotThrowAnyException();
    }

    @Test
    void aSingleRuleMayDifferFromItsSet() {
        var policy = policy(new PasswordRules(PasswordSet.PLEX, 10, null, 3));
        assertThat(refusal(policy, "Zq4vwmxkr")).isEqualTo("password-too-short");
        assertThat(refusal(policy, "zq4vwmxkrt")).isEqualTo("password-too-few-kinds");
        assertThatThrownBy(() -> new PasswordRules(PasswordSet.PLEX, 4, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theShippedListHoldsThousands() {
        assertThat(CommonPasswords.shipped().size()).isGreaterThan(10_000);
    }

    private static @Nullable String refusal(PasswordPolicy policy, String password) {
        try {
            policy.check(password, OWNER);
            return null;
        } catch (RefusedException refused) {
            return refused.refusal().code();
        }
    }

    private static PasswordPolicy policy(PasswordSet set) {
        return policy(new PasswordRules(set, null, null, null));
    }

    private static PasswordPolicy policy(PasswordRules rules) {
        return new PasswordPolicy(() -> TestSettings.with(rules).password());
    }
}
