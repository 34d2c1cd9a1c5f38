package fr.pli.exchange.account;

import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the calls of each token by the minute, in the database because all nodes share the limit (P-2). A node takes a
 * hundredth of the limit at a time and counts that by itself: all nodes together never let more pass, and what a node has
 * taken and does not use is at most that hundredth (ADR 0086).
 */
@Component
public class TokenLimits {

    private static final int MINUTE = 60;
    private static final int PARTS = 100;

    /** So many tokens are remembered before those of past minutes are forgotten. */
    private static final int MANY = 10_000;

    private final Map<UUID, TokenShare> shares = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final DirectorySettings settings;
    private final Units units;
    private final Clock clock;

    TokenLimits(JdbcClient jdbc, DirectorySettings settings, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    /** Counts one call. */
    public TokenWindow use(UUID token) {
        Instant now = clock.instant();
        long minute = now.getEpochSecond() / MINUTE;
        int limit = settings.tokenRequestsPerMinute();
        int remaining = share(token, minute).use(minute, limit, calls -> take(token, minute, calls));
        return new TokenWindow(
                limit,
                Math.max(0, remaining),
                remaining < 0,
                Duration.ofSeconds((minute + 1) * MINUTE - now.getEpochSecond()));
    }

    private TokenShare share(UUID token, long minute) {
        if (shares.size() > MANY) {
            shares.values().removeIf(share -> share.before(minute));
        }
        return shares.computeIfAbsent(token, made -> new TokenShare(PARTS));
    }

    /** One statement, so that two nodes never count the same call twice or lose one. @return calls taken by all nodes */
    private long take(UUID token, long minute, int calls) {
        return units.alone(() -> jdbc.sql("""
                        insert into api_token_window (token, minute, used) values (:token, :minute, :calls)
                        on duplicate key update used = if(minute = values(minute), used + values(used), values(used)),
                                                minute = values(minute)
                        returning used
                        """)
                .param("token", token)
                .param("minute", minute)
                .param("calls", calls)
                .query(Long.class)
                .single());
    }
}
