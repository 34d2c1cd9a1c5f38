package fr.pli.exchange.account;

import fr.pli.exchange.account.Link.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one-time links of mails and of the first start: 32 random bytes, known here by their SHA-256 only. */
@Component
class Links {

    private final JdbcClient jdbc;
    private final Clock clock;

    Links(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the token, which is nowhere else */
    String issue(Purpose purpose, @Nullable UUID person, Duration lives) {
        String token = Secrets.token();
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into one_time_link (hash, purpose, person, created_at, expires_at)
                        values (:hash, :purpose, :person, :now, :end)
                        """)
                .param("hash", Secrets.hash(token))
                .param("purpose", purpose.name())
                .param("person", person)
                .param("now", now)
                .param("end", now.plus(lives))
                .update();
        return token;
    }

    Optional<Link> find(String token) {
        return find(Secrets.hash(token));
    }

    Optional<Link> find(byte[] hash) {
        return jdbc.sql("select hash, purpose, person, expires_at, used_at from one_time_link where hash = :hash")
                .param("hash", hash)
                .query(Links::link)
                .optional();
    }

    /** Uses the link up. @return whether it was alive: of two uses at once one succeeds */
    boolean use(Link link) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update one_time_link set used_at = :now
                        where hash = :hash and purpose = :purpose and used_at is null and expires_at > :now
                        """)
                        .param("now", now)
                        .param("hash", link.hash())
                        .param("purpose", link.purpose().name())
                        .update()
                == 1;
    }

    /** Ends what is still open for this person: a chosen password makes every older link useless. */
    void endAll(UUID person) {
        jdbc.sql("update one_time_link set used_at = :now where person = :person and used_at is null")
                .param("now", clock.instant())
                .param("person", person)
                .update();
    }

    void endAll(Purpose purpose) {
        jdbc.sql("update one_time_link set used_at = :now where purpose = :purpose and used_at is null")
                .param("now", clock.instant())
                .param("purpose", purpose.name())
                .update();
    }

    /** Whether a link of this kind that still works was made within the last while. */
    boolean recent(Purpose purpose, UUID person, Duration within) {
        return jdbc.sql("""
                        select count(*) from one_time_link
                        where person = :person and purpose = :purpose and used_at is null and created_at > :since
                        """)
                        .param("person", person)
                        .param("purpose", purpose.name())
                        .param("since", clock.instant().minus(within))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        Timestamp used = row.getTimestamp("used_at");
        return new Link(
                row.getBytes("hash"),
                Purpose.valueOf(row.getString("purpose")),
                row.getObject("person", UUID.class),
                row.getTimestamp("expires_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
