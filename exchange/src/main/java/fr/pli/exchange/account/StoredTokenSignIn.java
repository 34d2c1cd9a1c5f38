package fr.pli.exchange.account;

import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs in by the hash of the token given; the row is looked up by it, nothing is compared byte by byte. */
@Component
class StoredTokenSignIn implements TokenSignIn {

    private static final Duration LAST_USE_WRITTEN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Units units;
    private final Clock clock;

    StoredTokenSignIn(JdbcClient jdbc, Directory directory, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
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
                .flatMap(found -> directory
                        .find(found.person())
                        .filter(Person::enters)
                        .map(person -> new TokenHolder(person, found.id(), ApiTokens.scopes(found.scopes()))))
                .map(holder -> used(holder, now));
    }

    private record Found(UUID id, UUID person, String scopes) {}

    private Optional<Found> find(byte[] hash, Instant now) {
        return jdbc.sql("""
                        select id, person, scopes from api_token
                        where hash = :hash and revoked_at is null and ends_at > :now
                        """)
                .param("hash", hash)
                .param("now", now)
                .query((row, number) -> new Found(
                        row.getObject("id", UUID.class), row.getObject("person", UUID.class), row.getString("scopes")))
                .optional();
    }

    private TokenHolder used(TokenHolder holder, Instant now) {
        units.run(() -> jdbc.sql("""
                        update api_token set last_used_at = :now
                        where id = :id and (last_used_at is null or last_used_at <= :before)
                        """)
                .param("now", now)
                .param("id", holder.token())
                .param("before", now.minus(LAST_USE_WRITTEN))
                .update());
        return holder;
    }
}
