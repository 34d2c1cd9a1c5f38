package fr.pli.exchange.account;

import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs in by the hash of the token given; the row is looked up by it, nothing is compared byte by byte. */
@Component
class StoredTokenSignIn implements TokenSignIn {

    private static final Duration LAST_USE_WRITTEN = Duration.ofMinutes(1);

    private static final String HELD = PersonRows.with("t.id as token, t.scopes, t.last_used_at,") + """
            join api_token t on t.person = p.id
            where t.hash = :hash and t.revoked_at is null and t.ends_at > :now
            """;

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    StoredTokenSignIn(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<TokenHolder> signIn(String token) {
        if (!ClearToken.wellFormed(token)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return find(new ClearToken(token).hash(), now)
                .filter(found -> found.holder().person().enters())
                .map(found -> used(found, now));
    }

    private record Found(TokenHolder holder, @Nullable Instant lastUsed) {}

    /** Token and person in one question: this is asked before anything else of each call. */
    private Optional<Found> find(byte[] hash, Instant now) {
        return jdbc.sql(HELD)
                .param("hash", hash)
                .param("now", now)
                .query((row, number) -> new Found(
                        new TokenHolder(
                                PersonRows.person(row, number),
                                row.getObject("token", UUID.class),
                                ApiTokens.scopes(row.getString("scopes"))),
                        row.getObject("last_used_at", Instant.class)))
                .optional();
    }

    private TokenHolder used(Found found, Instant now) {
        Instant before = now.minus(LAST_USE_WRITTEN);
        if (found.lastUsed() == null || !found.lastUsed().isAfter(before)) {
            units.alone(() -> jdbc.sql("""
                            update api_token set last_used_at = :now
                            where id = :id and (last_used_at is null or last_used_at <= :before)
                            """)
                    .param("now", now)
                    .param("id", found.holder().token())
                    .param("before", before)
                    .update());
        }
        return found.holder();
    }
}
