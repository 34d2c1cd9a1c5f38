package fr.pli.exchange.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code reminder}. */
@Repository
class ReminderTable {

    private final JdbcClient jdbc;

    ReminderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two at once draw the same number, and one of them is nothing. @return whether this person may be reminded now */
    boolean add(UUID message, UUID person, Instant now, Instant before) {
        return jdbc.sql("""
                insert ignore into reminder (message, person, number, at)
                select :message, :person, coalesce(max(number), 0) + 1, :now from reminder
                where message = :message and person = :person
                having coalesce(max(at), '1970-01-01') <= :before
                """)
                        .param("message", message)
                        .param("person", person)
                        .param("now", now)
                        .param("before", before)
                        .update()
                == 1;
    }

    void mailed(UUID message, UUID person, Instant at, UUID mail) {
        jdbc.sql("update reminder set mail = ? where message = ? and person = ? and at = ?")
                .params(mail, message, person, at)
                .update();
    }

    List<Sent> of(UUID message) {
        return jdbc.sql("select person, at, mail from reminder where message = ? order by person, number")
                .param(message)
                .query((row, number) -> new Sent(
                        row.getObject("person", UUID.class),
                        row.getObject("at", Instant.class),
                        row.getObject("mail", UUID.class)))
                .list();
    }

    record Sent(UUID person, Instant at, @Nullable UUID mail) {}
}
