package fr.pli.exchange.message;

import fr.pli.exchange.account.OfficeJoined;
import fr.pli.exchange.account.OfficeLeft;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The boxes of an office's members follow its membership, in the same transaction (A-13, ADR 0031): a box stays one index
 * range, and the right to read is the row in it.
 */
@Component
class OfficeBoxes {

    private final JdbcClient jdbc;
    private final Clock clock;

    OfficeBoxes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the office received and has not ended yet. */
    @EventListener
    void joined(OfficeJoined joined) {
        bind("""
                update recipient r
                join recipient o on o.message = r.message and o.person = :office and o.kind = 'OFFICE'
                join message m on m.id = r.message
                set r.kind = 'MEMBER', r.available_at = o.available_at, r.delivered_at = :now, r.subject_key = o.subject_key,
                    r.sender_key = o.sender_key, r.bytes = o.bytes, r.ends_at = o.ends_at
                where r.person = :person and r.kind = 'FORMER' and m.state = 'SENT'
                  and (m.ends_at is null or m.ends_at > :now)
                """, joined.office(), joined.person());
        bind("""
                insert into recipient (message, person, kind, position, available_at, delivered_at, subject_key, sender_key,
                                       bytes, ends_at)
                select o.message, :person, 'MEMBER', o.position, o.available_at, :now, o.subject_key, o.sender_key,
                       o.bytes, o.ends_at
                from recipient o join message m on m.id = o.message
                where o.person = :office and o.kind = 'OFFICE' and m.state = 'SENT' and m.sender <> :person
                  and (m.ends_at is null or m.ends_at > :now)
                  and not exists (select 1 from recipient r where r.message = o.message and r.person = :person)
                """, joined.office(), joined.person());
        bind("""
                insert ignore into message_token (person, token, message)
                select :person, t.token, t.message
                from message_token t join recipient r on r.message = t.message and r.person = :person
                where t.person = :office and r.kind = 'MEMBER' and (r.ends_at is null or r.ends_at > :now)
                """, joined.office(), joined.person());
    }

    /** Whoever was named by the sender, or is a member of another office that was, keeps the message. */
    @EventListener
    void left(OfficeLeft left) {
        bind("""
                update recipient r
                join recipient o on o.message = r.message and o.person = :office and o.kind = 'OFFICE'
                set r.kind = 'FORMER', r.available_at = null, r.subject_key = null, r.sender_key = null, r.bytes = null,
                    r.ends_at = null, r.removed_at = null
                where r.person = :person and r.kind = 'MEMBER'
                  and r.message not in (select message from (
                    select other.message from recipient other join office_member m on m.office = other.person
                    where other.kind = 'OFFICE' and m.person = :person and m.open) kept)
                """, left.office(), left.person());
        bind("""
                delete t from message_token t join recipient r on r.message = t.message and r.person = t.person
                where t.person = :person and r.kind = 'FORMER'
                """, left.office(), left.person());
    }

    private void bind(String sql, UUID office, UUID person) {
        jdbc.sql(sql)
                .param("office", office)
                .param("person", person)
                .param("now", clock.instant())
                .update();
    }
}
