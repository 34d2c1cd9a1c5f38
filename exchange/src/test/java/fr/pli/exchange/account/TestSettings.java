package fr.pli.exchange.account;

import fr.pli.exchange.account.AccountSettings.PasswordRules;
import java.time.Duration;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** Settings as shipped, but for what a test is about. */
final class TestSettings {

    private TestSettings() {}

    static AccountSettings with(PasswordRules rules) {
        return new AccountSettings(
                Duration.ofMinutes(30),
                Duration.ofHours(12),
                Duration.ofDays(15),
                Duration.ofHours(24),
                5,
                Duration.ofSeconds(15),
                Duration.ofMinutes(15),
                50,
                2,
                Duration.ofMillis(200),
                DataSize.ofKilobytes(64),
                1,
                Duration.ofDays(30),
                true,
                true,
                rules,
                Map.of());
    }
}
