package fr.pli.exchange.privacy;

import fr.pli.exchange.account.PersonErased;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Copies of an erased person's name and address outside the directory go in the same transaction. */
@Component
class ErasedCopies {

    private final JdbcClient jdbc;
    private final Clock clock;

    ErasedCopies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void erased(PersonErased erased) {
        words(erased);
        run(
                "update recipient r join message m on m.id = r.message set r.sender_key = 'personne effacee'"
                        + " where m.sender = :person and r.sender_key is not null",
                erased.person());
        run("update mail set address = 'efface@invalid', last_reply = null where reader = :person", erased.person());
        run("delete from unwanted_notice where person = :person", erased.person());
        run("delete from second_factor where person = :person", erased.person());
        run("delete from recovery_code where person = :person", erased.person());
        run("delete from address_change where person = :person", erased.person());
        run(
                "update message set subject = '', comment = '' where sender = :person and state = 'DRAFT'",
                erased.person());
        run(
                "update delegation set ended_at = :now where ended_at is null and (giver = :person or holder = :person)",
                erased.person());
    }

    private void words(PersonErased erased) {
        if (!erased.words().isEmpty()) {
            jdbc.sql("""
                            delete t from message_token t
                            join (select message from recipient where person = :person
                                  union select id from message where sender = :person) m on m.message = t.message
                            where t.token in (:words)
                            """)
                    .param("person", erased.person())
                    .param("words", erased.words())
                    .update();
        }
    }

    private void run(String sql, UUID person) {
        jdbc.sql(sql).param("person", person).param("now", clock.instant()).update();
    }
}
