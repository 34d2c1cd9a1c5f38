package fr.pli.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
@Tag("P-2")
class ApiTokensTest {

    @Autowired
    ApiTokens tokens;

    @Autowired
    TokenSignIn door;

    @Autowired
    TokenLimits limits;

    @Autowired
    DirectorySettings settings;

    @Autowired
    Units units;

    @Autowired
    Somebody somebody;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Person owner;

    @BeforeEach
    void somebodyWithTokens() {
        owner = somebody.of(Profile.PARTNER);
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void aTokenSignsItsPersonInWithItsScopesAndIsStoredHashedOnly() {
        var fresh = tokens.create(owner, " Sauvegarde ", List.of("messages:read", "directory:read"), 30);

        assertThat(fresh.clear()).matches("pli_[A-Za-z0-9_-]{43}");
        assertThat(door.signIn(fresh.clear()))
                .contains(
                        new TokenHolder(owner, fresh.token().id(), Set.of(Scope.MESSAGES_READ, Scope.DIRECTORY_READ)));
        String row = jdbc.sql("select * from api_token where id = :id")
                .param("id", fresh.token().id())
                .query()
                .singleRow()
                .toString();
        assertThat(row).doesNotContain(fresh.clear()).contains(fresh.clear().substring(0, 8));
        assertThat(tokens.of(owner)).extracting(ApiToken::label).containsExactly("Sauvegarde");
        assertThat(jdbc.sql("select kind from event where subject = :id")
                        .param("id", fresh.token().id())
                        .query(String.class)
                        .list())
                .containsExactly("token.created");
    }

    @Test
    void anUnknownMalformedRevokedOrEndedTokenAndASuspendedPersonAreAllNobody() {
        var revoked = tokens.create(owner, "a", List.of("messages:read"), 1);
        var ending = tokens.create(owner, "b", List.of("messages:read"), 1);
        tokens.revoke(owner, revoked.token().id());
        tokens.revoke(owner, revoked.token().id());

        assertThat(door.signIn(revoked.clear())).isEmpty();
        assertThat(door.signIn(ClearToken.fresh().text())).isEmpty();
        for (String odd :
                List.of("", "pli_", "x".repeat(47), ending.clear() + "A", ending.clear() + "\n", "pli_é".repeat(9))) {
            assertThat(door.signIn(odd)).as(odd).isEmpty();
        }
        assertThat(door.signIn(ending.clear())).isPresent();
        jdbc.sql("update person set state = 'SUSPENDED' where id = :id")
                .param("id", owner.id())
                .update();
        assertThat(door.signIn(ending.clear())).isEmpty();
        jdbc.sql("update person set state = 'ACTIVE' where id = :id")
                .param("id", owner.id())
                .update();
        clock.advance(Duration.ofDays(1));
        assertThat(door.signIn(ending.clear())).isEmpty();
    }

    @Test
    void theLastUseIsWrittenAtMostOnceAMinute() {
        var fresh = tokens.create(owner, "a", List.of("messages:read"), 1);
        assertThat(tokens.of(owner).getFirst().lastUsedAt()).isNull();
        door.signIn(fresh.clear());
        Instant first = tokens.of(owner).getFirst().lastUsedAt();
        clock.advance(Duration.ofSeconds(50));
        door.signIn(fresh.clear());
        assertThat(tokens.of(owner).getFirst().lastUsedAt()).isEqualTo(first);
        clock.advance(Duration.ofSeconds(11));
        door.signIn(fresh.clear());
        assertThat(tokens.of(owner).getFirst().lastUsedAt()).isAfter(first);
    }

    @Test
    void somebodyElsesTokenIsNeitherSeenNorRevoked() {
        var fresh = tokens.create(owner, "a", List.of("messages:read"), 1);
        Person other = somebody.of(Profile.ADMINISTRATOR);
        assertThat(tokens.of(other)).isEmpty();
        assertThatThrownBy(() -> tokens.revoke(other, fresh.token().id()))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.NOT_FOUND);
        assertThatThrownBy(() -> tokens.revoke(owner, UUID.randomUUID()))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.NOT_FOUND);
        assertThat(door.signIn(fresh.clear())).isPresent();
    }

    @Test
    void labelScopesAndEndAreCheckedAndTheNumberIsBounded() {
        refused(DirectoryRefusal.TOKEN_LABEL_REQUIRED, " ", List.of("messages:read"), 1);
        refused(DirectoryRefusal.TOKEN_LABEL_TOO_LONG, "x".repeat(101), List.of("messages:read"), 1);
        refused(DirectoryRefusal.TOKEN_SCOPE_REQUIRED, "a", List.of(), 1);
        refused(DirectoryRefusal.TOKEN_SCOPE_UNKNOWN, "a", List.of("messages:*"), 1);
        refused(DirectoryRefusal.TOKEN_END_INVALID, "a", List.of("messages:read"), 0);
        refused(DirectoryRefusal.TOKEN_END_INVALID, "a", List.of("messages:read"), 366);
        for (int i = 0; i < settings.tokensPerPerson(); i++) {
            tokens.create(owner, "n" + i, List.of("messages:read"), 365);
        }
        refused(DirectoryRefusal.TOKEN_TOO_MANY, "a", List.of("messages:read"), 1);
    }

    @Test
    void callsAreCountedByTheMinuteNoneIsLostAndANewMinuteBeginsAtNought() throws Exception {
        clock.moveTo(clock.instant()
                .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                .plusSeconds(61));
        UUID token =
                tokens.create(owner, "a", List.of("messages:read"), 1).token().id();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var call : IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> limits.use(token)))
                    .toList()) {
                call.get();
            }
        }
        TokenWindow window = limits.use(token);
        assertThat(window.remaining()).isEqualTo(settings.tokenRequestsPerMinute() - 101);
        assertThat(window.exceeded()).isFalse();
        assertThat(window.reset()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
        clock.advance(Duration.ofMinutes(1));
        assertThat(limits.use(token).remaining()).isEqualTo(settings.tokenRequestsPerMinute() - 1);
    }

    @Test
    void twoNodesTogetherLetNoMorePassThanTheLimitAndHardlyLess() throws Exception {
        clock.moveTo(clock.instant()
                .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                .plusSeconds(61));
        UUID token =
                tokens.create(owner, "a", List.of("messages:read"), 1).token().id();
        var other = new TokenLimits(jdbc, settings, units, clock);
        int limit = settings.tokenRequestsPerMinute();
        int passed = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var call : IntStream.range(0, 2 * limit)
                    .mapToObj(i -> threads.submit(() -> (i % 3 == 0 ? other : limits).use(token)))
                    .toList()) {
                passed += call.get().exceeded() ? 0 : 1;
            }
        }
        assertThat(passed).isBetween(limit - 2 * (limit / 100), limit);
        assertThat(limits.use(token).exceeded()).isTrue();
        assertThat(limits.use(token).remaining()).isZero();
    }

    private void refused(DirectoryRefusal refusal, String label, List<String> scopes, int days) {
        assertThatThrownBy(() -> tokens.create(owner, label, scopes, days))
                .extracting("refusal")
                .isEqualTo(refusal);
    }
}
