package fr.pli.exchange.message;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom the author of an answer may write to although the directory hides them: who wrote the message that is
 * answered, or, for its sender, those who received it. Nobody else of a thread becomes visible.
 */
@Component
class Correspondents {

    private final JdbcClient jdbc;

    Correspondents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<UUID> of(MessageRecord answer) {
        UUID answered = answer.answers();
        if (answered == null) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                select m.sender from message m
                join recipient r on r.message = m.id and r.person = :author and r.kind <> 'FORMER'
                where m.id = :answered
                union
                select r.person from recipient r
                join message m on m.id = r.message and m.sender = :author
                where r.message = :answered
                """)
                .param("answered", answered)
                .param("author", answer.sender())
                .query(UUID.class)
                .list());
    }
}
