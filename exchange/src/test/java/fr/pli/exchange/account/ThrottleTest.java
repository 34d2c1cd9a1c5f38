package fr.pli.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.pli.exchange.account.Throttle.Kind;
import fr.pli.exchange.account.Throttle.Subject;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExchangeTest
@Tag("A-7")
class ThrottleTest {

    @Autowired
    Throttle throttle;

    @Autowired
    TestClock clock;

    private final Subject account = Subject.of(Kind.ACCOUNT, UUID.randomUUID() + "@exemple.fr");

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void fromTheFifthFailureTheNextAttemptWaitsAndTheWaitDoublesUpToAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            assertThat(refused(account)).isNull();
        }
        for (String wait : new String[] {"15 s", "30 s", "60 s", "2 min", "4 min", "8 min", "15 min", "15 min"}) {
            clock.advance(Duration.ofMillis(1));
            assertThat(refused(account)).isEqualTo(wait);
            clock.advance(Duration.ofMinutes(15));
            assertThat(refused(account)).isNull();
        }
    }

    @Test
    void attemptsDuringAWaitDoNotLengthenIt() {
        for (int i = 0; i < 5; i++) {
            refused(account);
        }
        for (int i = 0; i < 50; i++) {
            assertThat(refused(account)).isNotNull();
        }
        clock.advance(Duration.ofSeconds(16));
        assertThat(refused(account)).isNull();
    }

    @Test
    void aRightPasswordBeginsAfresh() {
        for (int i = 0; i < 4; i++) {
            refused(account);
        }
        throttle.succeeded(account);
        for (int i = 0; i < 5; i++) {
            assertThat(refused(account)).isNull();
        }
        assertThat(refused(account)).isNotNull();
    }

    @Test
    void aSourceMayFailFiftyTimesInAnHour() {
        var source = Subject.of(Kind.SOURCE, UUID.randomUUID().toString());
        for (int i = 0; i < 50; i++) {
            assertThat(refused(source)).isNull();
        }
        assertThat(refused(source)).endsWith("min");
        clock.advance(Duration.ofMinutes(61));
        assertThat(refused(source)).isNull();
    }

    @Test
    void whatASourceGotRightIsNotCounted() {
        var source = Subject.of(Kind.SOURCE, UUID.randomUUID().toString());
        for (int i = 0; i < 200; i++) {
            throttle.admit(source);
            throttle.succeeded(source);
        }
        assertThatCode(() -> throttle.admit(source)).doesNotThrowAnyException();
    }

    @Test
    void aHundredAttemptsAtOnceGainNothing() throws InterruptedException {
        var admitted = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (int i = 0; i < 100; i++) {
                threads.submit(() -> {
                    if (refused(account) == null) {
                        admitted.incrementAndGet();
                    }
                });
            }
        }
        assertThat(admitted).hasValue(5);
    }

    @Test
    void thePersonIsToldOnceInAnEpisode() {
        for (int i = 0; i < 4; i++) {
            refused(account);
            assertThat(throttle.claimNotice(account)).isFalse();
        }
        refused(account);
        assertThat(throttle.claimNotice(account)).isTrue();
        clock.advance(Duration.ofMinutes(20));
        refused(account);
        assertThat(throttle.claimNotice(account)).isFalse();
    }

    /** The wait of the sentence, null if the attempt was let through. */
    private @Nullable String refused(Subject subject) {
        try {
            throttle.admit(subject);
            return null;
        } catch (RefusedException refused) {
            return (String) refused.arguments()[0];
        }
    }
}
