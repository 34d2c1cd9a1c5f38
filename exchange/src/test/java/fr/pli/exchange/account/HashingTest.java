package fr.pli.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.AccountSettings.PasswordRules;
import fr.pli.exchange.account.AccountSettings.PasswordSet;
import fr.pli.exchange.platform.RefusedException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

@Tag("A-6")
class HashingTest {

    private final Hashing hashing =
            new Hashing(TestSettings.with(new PasswordRules(PasswordSet.PLEX, null, null, null)));

    @Test
    void passwordsAreStoredByArgon2id() {
        String hash = hashing.hash("Sept-Fleuves_2026");
        assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(hashing.matches("Sept-Fleuves_2026", hash)).isTrue();
        assertThat(hashing.matches("sept-fleuves_2026", hash)).isFalse();
    }

    @Test
    void nothingIsCutOff() {
        String longest = "aB3".repeat(42) + "xy";
        String hash = hashing.hash(longest);
        assertThat(hashing.matches(longest.substring(0, 127), hash)).isFalse();
        assertThat(hashing.matches(longest, hash)).isTrue();
    }

    @Test
    void composedAndDecomposedLettersAreTheSamePassword() {
        String hash = hashing.hash("Pr\u00e9fet-zz9");
        assertThat(hashing.matches("Pre\u0301fet-zz9", hash)).isTrue();
    }

    @Test
    void withoutAStoredPasswordNothingMatches() {
        assertThat(hashing.matches("", null)).isFalse();
        assertThat(hashing.matches("Sept-Fleuves_2026", null)).isFalse();
    }

    @Test
    void whoWaitsTooLongForTheirTurnIsToldToComeBack() throws InterruptedException {
        var turns = (Semaphore) ReflectionTestUtils.getField(hashing, "turns");
        turns.acquire(2);
        try {
            assertThatThrownBy(() -> hashing.matches("x", null))
                    .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(SignInRefusal.BUSY));
        } finally {
            turns.release(2);
        }
        assertThat(hashing.matches("x", null)).isFalse();
    }
}
