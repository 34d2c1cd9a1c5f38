package fr.pli.expertise.departure;

import fr.pli.expertise.departure.Departure.Cause;
import fr.pli.expertise.departure.Departure.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code departure}. */
@Repository
class DepartureTable {

    private final JdbcClient jdbc;

    DepartureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds these people's rows until the unit ends, in one order: whoever attaches one of them to an expertise waits, and
     * sees what became of them.
     */
    void hold(Collection<UUID> people) {
        jdbc.sql("select id from person where id in (:people) order by id for update")
                .param("people", people)
                .query()
                .listOfRows();
    }

    void add(Departure departure) {
        jdbc.sql("""
                insert into departure (id, person, last_day, successor, cause, state, declared_at, changed_at, effective_at,
                                       heir, open)
                values (:id, :person, :day, :successor, :cause, :state, :at, :at, :effective, :heir, :open)
                """)
                .param("id", departure.id())
                .param("person", departure.person())
                .param("day", departure.lastDay())
                .param("successor", departure.successor())
                .param(
                        "cause",
                        departure.cause() == null ? null : departure.cause().name())
                .param("state", departure.state().name())
                .param("at", departure.declaredAt())
                .param("effective", departure.effectiveAt())
                .param("heir", departure.heir())
                .param("open", departure.state() == State.DECLARED ? true : null)
                .update();
    }

    void change(UUID id, LocalDate day, @Nullable UUID successor, @Nullable Cause cause, Instant now) {
        jdbc.sql("""
                update departure set last_day = :day, successor = :successor, cause = :cause, changed_at = :now
                where id = :id
                """)
                .param("day", day)
                .param("successor", successor)
                .param("cause", cause == null ? null : cause.name())
                .param("now", now)
                .param("id", id)
                .update();
    }

    void cancel(UUID id, Instant now) {
        jdbc.sql("update departure set state = 'CANCELLED', changed_at = ?, open = null where id = ?")
                .params(now, id)
                .update();
    }

    void carriedOut(UUID id, @Nullable UUID heir, Instant now) {
        jdbc.sql("""
                update departure set state = 'EFFECTIVE', effective_at = :now, changed_at = :now, heir = :heir, open = null
                where id = :id
                """).param("now", now).param("heir", heir).param("id", id).update();
    }

    void inherit(UUID id, UUID heir, Instant now) {
        jdbc.sql("update departure set heir = ?, changed_at = ? where id = ?")
                .params(heir, now, id)
                .update();
    }

    Optional<Departure> find(UUID id) {
        return jdbc.sql("select * from departure where id = ?")
                .param(id)
                .query(DepartureTable::departure)
                .optional();
    }

    /** Of two at once the second waits and sees what the first has done. */
    Optional<Departure> lock(UUID id) {
        return jdbc.sql("select * from departure where id = ? for update")
                .param(id)
                .query(DepartureTable::departure)
                .optional();
    }

    /** What somebody has declared, and what has not been carried out yet. */
    Optional<Departure> declared(UUID person) {
        return jdbc.sql("select * from departure where person = ? and open")
                .param(person)
                .query(DepartureTable::departure)
                .optional();
    }

    /** What was declared by somebody, or names them as successor, and has not been carried out yet; oldest first. */
    List<Departure> naming(UUID person) {
        return jdbc.sql(
                        "select * from departure where state = 'DECLARED' and (person = ? or successor = ?) order by id")
                .params(person, person)
                .query(DepartureTable::departure)
                .list();
    }

    /** Whether {@code from} leaves or follows. */
    void give(UUID id, UUID from, UUID to) {
        jdbc.sql("""
                update departure
                set person = if(person = :from, :to, person), successor = if(successor = :from, :to, successor)
                where id = :id and state = 'DECLARED'
                """).param("from", from).param("to", to).param("id", id).update();
    }

    /** Declared for that day or one before it, the earliest first: so they are carried out. */
    List<UUID> declaredUpTo(LocalDate day) {
        return jdbc.sql("select id from departure where state = 'DECLARED' and last_day <= ? order by last_day, id")
                .param(day)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Whether that person has declared to leave on that day or before. */
    boolean leaves(UUID person, LocalDate day) {
        return jdbc.sql("select count(*) from departure where person = ? and open and last_day <= ?")
                        .params(person, day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @param waiting only those whose files need somebody; else those that are declared, too */
    List<Departure> list(boolean waiting, int limit) {
        return jdbc.sql("""
                select * from departure
                where state = 'EFFECTIVE' and (heir is null or not :waiting) or state = 'DECLARED' and not :waiting
                order by state = 'EFFECTIVE' and heir is null desc, last_day desc, id desc
                limit :limit
                """)
                .param("waiting", waiting)
                .param("limit", limit)
                .query(DepartureTable::departure)
                .list();
    }

    private static Departure departure(ResultSet row, int number) throws SQLException {
        String cause = row.getString("cause");
        return new Departure(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("successor", UUID.class),
                cause == null ? null : Cause.valueOf(cause),
                State.valueOf(row.getString("state")),
                row.getObject("declared_at", Instant.class),
                row.getObject("effective_at", Instant.class),
                row.getObject("heir", UUID.class));
    }
}
