package fr.pli.exchange.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code time_request}; whoever changes one holds the lock of its message. */
@Repository
class TimeRequestTable {

    private final JdbcClient jdbc;

    TimeRequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if this person has asked about this end before */
    boolean add(TimeRequest request) {
        return jdbc.sql("""
                insert ignore into time_request (id, message, person, ends_at, asked_at, reason, state, answer)
                values (:id, :message, :person, :endsAt, :askedAt, :reason, :state, '')
                """)
                        .param("id", request.id())
                        .param("message", request.message())
                        .param("person", request.person())
                        .param("endsAt", request.endsAt())
                        .param("askedAt", request.askedAt())
                        .param("reason", request.reason())
                        .param("state", request.state().name())
                        .update()
                == 1;
    }

    List<TimeRequest> of(UUID message) {
        return jdbc.sql("select * from time_request where message = ? order by asked_at, id")
                .param(message)
                .query(TimeRequestTable::row)
                .list();
    }

    Optional<TimeRequest> find(UUID message, UUID id) {
        return of(message).stream().filter(request -> request.id().equals(id)).findFirst();
    }

    void answer(UUID id, TimeRequest.State state, String answer, Instant now) {
        jdbc.sql("update time_request set state = ?, answer = ?, answered_at = ? where id = ? and state = 'OPEN'")
                .params(state.name(), answer, now, id)
                .update();
    }

    private static TimeRequest row(ResultSet row, int number) throws SQLException {
        return new TimeRequest(
                row.getObject("id", UUID.class),
                row.getObject("message", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("ends_at", Instant.class),
                row.getObject("asked_at", Instant.class),
                row.getString("reason"),
                TimeRequest.State.valueOf(row.getString("state")),
                row.getObject("answered_at", Instant.class),
                row.getString("answer"));
    }
}
