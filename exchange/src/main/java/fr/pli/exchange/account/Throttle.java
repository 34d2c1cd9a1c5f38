package fr.pli.exchange.account;

import fr.pli.exchange.platform.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows brute force, for all nodes in one table. An attempt is counted before the password is looked at and taken
 * back when it was right, so that many attempts at once gain nothing. Attempts during a wait are refused and not
 * counted: nobody can make the wait of somebody else longer than the longest delay.
 */
@Component
class Throttle {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration EPISODE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;
    private final AccountSettings settings;

    Throttle(JdbcClient jdbc, Units units, Clock clock, AccountSettings settings) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
        this.settings = settings;
    }

    /** Counts one attempt, or refuses it with the time to wait. */
    void admit(Subject subject) {
        units.run(() -> {
            var now = clock.instant();
            jdbc.sql("""
                            insert ignore into sign_in_throttle (kind, subject, failures, since, last_at, told)
                            values (:kind, :subject, 0, :now, :now, false)
                            """)
                    .param("kind", subject.kind().name())
                    .param("subject", subject.hash())
                    .param("now", now)
                    .update();
            var row = locked(subject);
            if (row.blockedUntil() != null && row.blockedUntil().isAfter(now)) {
                throw subject.kind().refusal.with(wait(Duration.between(now, row.blockedUntil())));
            }
            boolean over = subject.kind().hourly()
                    ? !now.isBefore(row.since().plus(HOUR))
                    : !now.isBefore(row.lastAt().plus(EPISODE));
            int failures = over ? 1 : row.failures() + 1;
            jdbc.sql("""
                            update sign_in_throttle
                            set failures = :failures, since = :since, last_at = :now, blocked_until = :until,
                                told = told and not :over
                            where kind = :kind and subject = :subject
                            """)
                    .param("failures", failures)
                    .param("since", over ? now : row.since())
                    .param("now", now)
                    .param("until", until(subject.kind(), failures, over ? now : row.since(), now))
                    .param("over", over)
                    .param("kind", subject.kind().name())
                    .param("subject", subject.hash())
                    .update();
        });
    }

    /** The attempt was right: the account starts afresh, the source is given its one attempt back. */
    void succeeded(Subject subject) {
        String sql = subject.kind().hourly()
                ? """
                        update sign_in_throttle set failures = failures - 1, blocked_until = null
                        where kind = :kind and subject = :subject and failures > 0
                        """
                : "delete from sign_in_throttle where kind = :kind and subject = :subject";
        units.run(() -> jdbc.sql(sql)
                .param("kind", subject.kind().name())
                .param("subject", subject.hash())
                .update());
    }

    /** Whether the account's person has to be told now: waits have begun and nobody told them in this episode. */
    boolean claimNotice(Subject subject) {
        return jdbc.sql("""
                        update sign_in_throttle set told = true
                        where kind = :kind and subject = :subject and told = false and failures >= :least
                        """)
                        .param("kind", subject.kind().name())
                        .param("subject", subject.hash())
                        .param("least", settings.failuresBeforeDelay())
                        .update()
                == 1;
    }

    private Row locked(Subject subject) {
        return jdbc.sql("""
                        select failures, since, last_at, blocked_until from sign_in_throttle
                        where kind = :kind and subject = :subject for update
                        """)
                .param("kind", subject.kind().name())
                .param("subject", subject.hash())
                .query((row, number) -> new Row(
                        row.getInt("failures"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("last_at").toInstant(),
                        instant(row.getTimestamp("blocked_until"))))
                .single();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private @Nullable Instant until(Kind kind, int failures, Instant since, Instant now) {
        if (kind.hourly()) {
            return failures >= settings.failuresPerSource() ? since.plus(HOUR) : null;
        }
        int beyond = failures - settings.failuresBeforeDelay();
        if (beyond < 0) {
            return null;
        }
        long doubled = settings.firstDelay().toMillis() << Math.min(beyond, 20);
        return now.plusMillis(Math.min(doubled, settings.longestDelay().toMillis()));
    }

    /** As the sentence says it: seconds below a minute and a half, minutes above, never rounded down. */
    private static String wait(Duration left) {
        long seconds = Math.max(1, (left.toMillis() + 999) / 1000);
        return seconds < 90 ? seconds + " s" : (seconds + 59) / 60 + " min";
    }

    /** What attempts are counted by. */
    enum Kind {
        ACCOUNT(SignInRefusal.WAIT),
        DEVICE(SignInRefusal.WAIT),
        SOURCE(SignInRefusal.SOURCE_WAIT),
        /** Second factors, by account or by the device that signed in before. */
        SECOND(SignInRefusal.SECOND_WAIT),
        /** Requests for links by mail, by source. */
        LINKS(SignInRefusal.SOURCE_WAIT);

        private final SignInRefusal refusal;

        Kind(SignInRefusal refusal) {
            this.refusal = refusal;
        }

        boolean hourly() {
            return this == SOURCE || this == LINKS;
        }
    }

    /** An address, a device or a source, known by its hash: an unknown address is slowed like a known one. */
    record Subject(Kind kind, byte[] hash) {

        static Subject of(Kind kind, String value) {
            return new Subject(kind, Secrets.hash(kind + ":" + value));
        }
    }

    private record Row(
            int failures,
            Instant since,
            Instant lastAt,
            @Nullable Instant blockedUntil) {}
}
