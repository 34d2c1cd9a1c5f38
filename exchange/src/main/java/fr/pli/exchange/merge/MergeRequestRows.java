package fr.pli.exchange.merge;

import fr.pli.exchange.account.PersonErased;
import fr.pli.exchange.certificate.Reach;
import fr.pli.exchange.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of requests to merge accounts. */
@Component
class MergeRequestRows {

    private static final int MOST = 200;

    private static final String SELECT = """
            select id, person, name, serial, email, landline, mobile, times, asked_at, state, answered_at, answered_by, answer
            from merge_request
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MergeRequestRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean waiting(UUID person) {
        return jdbc.sql("select exists (select 1 from merge_request where person = :person and state = 'OPEN')")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    UUID add(UUID person, Reach reach, String serial) {
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        jdbc.sql("""
                        insert into merge_request (id, person, name, serial, email, landline, mobile, times, asked_at, state,
                                                   answer)
                        values (:id, :person, :name, :serial, :email, :landline, :mobile, :times, :now, 'OPEN', '')
                        """)
                .param("id", id)
                .param("person", person)
                .param("name", reach.name())
                .param("serial", serial)
                .param("email", reach.email().toLowerCase(Locale.ROOT))
                .param("landline", reach.landline())
                .param("mobile", reach.mobile())
                .param("times", reach.times())
                .param("now", now)
                .update();
        return id;
    }

    /** Those that wait, the oldest first; or those that were answered, the last first. */
    List<MergeRequest> list(boolean open) {
        return jdbc.sql(SELECT
                        + (open
                                ? "where state = 'OPEN' order by asked_at, id"
                                : "where state <> 'OPEN' order by answered_at desc, id desc")
                        + " limit " + MOST)
                .query(MergeRequestRows::request)
                .list();
    }

    Optional<MergeRequest> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(MergeRequestRows::request)
                .optional();
    }

    /** @return whether it still waited: of two operators one answers */
    boolean answer(UUID id, MergeRequest.State state, UUID by, String words) {
        return jdbc.sql("""
                        update merge_request set state = :state, answered_at = :now, answered_by = :by, answer = :words
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

    /** What somebody said of themselves goes with their data; that accounts were merged stays. */
    @EventListener
    void erased(PersonErased erased) {
        jdbc.sql("""
                        update merge_request set name = '', email = '', landline = '', mobile = '', times = '', answer = ''
                        where person = :person
                        """).param("person", erased.person()).update();
    }

    private static MergeRequest request(ResultSet row, int number) throws SQLException {
        return new MergeRequest(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                new Reach(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("landline"),
                        row.getString("mobile"),
                        row.getString("times")),
                row.getString("serial"),
                row.getTimestamp("asked_at").toInstant(),
                MergeRequest.State.valueOf(row.getString("state")),
                row.getTimestamp("answered_at") == null
                        ? null
                        : row.getTimestamp("answered_at").toInstant(),
                row.getObject("answered_by", UUID.class),
                row.getString("answer"));
    }
}
