package fr.pli.exchange.account;

import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the calls of each token by the minute, in the database because all nodes share the limit (P-2). */
@Component
public class TokenLimits {

    private static final int MINUTE = 60;

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
        int used = units.call(() -> count(token, minute));
        int limit = settings.tokenRequestsPerMinute();
        return new TokenWindow(
                limit,
                Math.max(0, limit - used),
                used > limit,
                Duration.ofSeconds((minute + 1) * MINUTE - now.getEpochSecond()));
    }

    /** One statement, so that two nodes never count the same call twice or lose one. */
    private int count(UUID token, long minute) {
        return jdbc.sql("""
                        insert into api_token_window (token, minute, used) values (:token, :minute, 1)
                        on duplicate key update used = if(minute = values(minute), used + 1, 1),
                                                minute = values(minute)
                        returning used
                        """)
                .param("token", token)
                .param("minute", minute)
                .query(Integer.class)
                .single();
    }
}
