package fr.pli.exchange.certificate;

import fr.pli.exchange.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of requests for another certificate. */
@Component
class CertificateRequestRows {

    private static final int A_DAY = 5;
    private static final int MOST = 200;

    private static final String SELECT = """
            select id, certificate, name, email, landline, mobile, times, words, asked_at, state, answered_at, answered_by,
                   answer
            from certificate_request
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CertificateRequestRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One certificate makes so many requests a day and no more. */
    void insistOnRoom(UUID certificate) {
        int asked = jdbc.sql("select count(*) from certificate_request where certificate = :id and asked_at > :since")
                .param("id", certificate)
                .param("since", clock.instant().minus(Duration.ofDays(1)))
                .query(Integer.class)
                .single();
        if (asked >= A_DAY) {
            throw CardRefusal.TOO_MANY.with();
        }
    }

    UUID add(UUID certificate, Reach reach, String words) {
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        jdbc.sql("""
                        insert into certificate_request (id, certificate, name, email, landline, mobile, times, words,
                                                         asked_at, state, answer)
                        values (:id, :certificate, :name, :email, :landline, :mobile, :times, :words, :now, 'OPEN', '')
                        """)
                .param("id", id)
                .param("certificate", certificate)
                .param("name", reach.name())
                .param("email", reach.email().toLowerCase(Locale.ROOT))
                .param("landline", reach.landline())
                .param("mobile", reach.mobile())
                .param("times", reach.times())
                .param("words", words)
                .param("now", now)
                .update();
        return id;
    }

    /** Those that wait, the oldest first; or those that were answered, the last first. */
    List<CertificateRequest> list(boolean open) {
        return jdbc.sql(SELECT
                        + (open
                                ? "where state = 'OPEN' order by asked_at, id"
                                : "where state <> 'OPEN' order by answered_at desc, id desc")
                        + " limit " + MOST)
                .query(CertificateRequestRows::request)
                .list();
    }

    Optional<CertificateRequest> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(CertificateRequestRows::request)
                .optional();
    }

    /** @return whether it still waited: of two operators one answers */
    boolean answer(UUID id, CertificateRequest.State state, UUID by, String words) {
        return jdbc.sql("""
                        update certificate_request
                        set state = :state, answered_at = :now, answered_by = :by, answer = :words
                        where id = :id and state = 'OPEN'
                        """)
                        .param("state", state.name())
                        .param("now", clock.instant())
                        .param("by", by)
                        .param("words", words)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static CertificateRequest request(ResultSet row, int number) throws SQLException {
        return new CertificateRequest(
                row.getObject("id", UUID.class),
                row.getObject("certificate", UUID.class),
                new Reach(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("landline"),
                        row.getString("mobile"),
                        row.getString("times")),
                row.getString("words"),
                row.getTimestamp("asked_at").toInstant(),
                CertificateRequest.State.valueOf(row.getString("state")),
                row.getTimestamp("answered_at") == null
                        ? null
                        : row.getTimestamp("answered_at").toInstant(),
                row.getObject("answered_by", UUID.class),
                row.getString("answer"));
    }
}
