package fr.pli.exchange.mail;

import fr.pli.exchange.platform.ManyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the outbox. */
@Component
class MailTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
    private static final int REPLY_LENGTH = 500;
    private static final ManyRows MAILS = new ManyRows("""
            insert into mail (id, address, reader, language, template, subject, refs, message_id, state,
              created_at, changed_at) values""", "(?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?)", "");

    private final JdbcClient jdbc;

    MailTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail just staged. */
    record Fresh(UUID id, Letter letter, String messageId) {}

    void add(List<Fresh> mails, Instant now) {
        MAILS.add(jdbc, mails.stream().map(mail -> values(mail, now)).toList());
    }

    private static List<@Nullable Object> values(Fresh mail, Instant now) {
        Letter letter = mail.letter();
        return Arrays.asList(
                mail.id(),
                letter.address(),
                letter.reader(),
                letter.language().toLanguageTag(),
                letter.template(),
                letter.subject(),
                JSON.writeValueAsString(letter.refs()),
                mail.messageId(),
                now,
                now);
    }

    Optional<Mail> find(UUID id) {
        return jdbc.sql("select * from mail where id = ?")
                .param(id)
                .query((row, number) -> mail(row))
                .optional();
    }

    List<MailFate> about(UUID subject) {
        return jdbc.sql("select * from mail where subject = ? order by created_at, id")
                .param(subject)
                .query((row, number) -> mail(row).fate())
                .list();
    }

    /** Takes the mail for one attempt. @return false if another attempt has taken it meanwhile */
    boolean sending(Mail mail, Instant now) {
        return jdbc.sql("""
                update mail set state = 'SENDING', attempts = attempts + 1, changed_at = ?, next_at = null
                where id = ? and attempts = ? and state in ('QUEUED', 'DEFERRED')
                """).params(now, mail.id(), mail.attempts()).update() == 1;
    }

    /** Writes what became of the mail, unless it is settled already. Its refs go when it will not be sent again. */
    boolean settle(Mail mail, Outcome outcome, @Nullable Instant next, Instant now) {
        return jdbc.sql("""
                update mail set state = :state, attempts = greatest(attempts, :attempts), unknown = unknown + :unknown, unreachable = :unreachable,
                  last_reply = :reply, changed_at = :now, next_at = :next, refs = if(:next is null, '{}', refs)
                where id = :id and state in ('QUEUED', 'DEFERRED', 'SENDING')
                """)
                        .param("state", outcome.state().name())
                        .param("attempts", mail.attempts() + 1)
                        .param("unknown", outcome.unknown() ? 1 : 0)
                        .param("unreachable", outcome.unreachable())
                        .param("reply", shortened(outcome.reply()))
                        .param("now", now)
                        .param("next", next)
                        .param("id", mail.id())
                        .update()
                == 1;
    }

    /** Writes what a later server reports, if it is news. A mail that failed at its end is not sent again. */
    boolean returned(UUID id, Return.Action action, String said, Instant now) {
        String change =
                switch (action) {
                    case FAILED -> """
                        update mail set state = 'BOUNCED', last_reply = :said, changed_at = :now, next_at = null, refs = '{}'
                        where id = :id and state in ('SENDING', 'DEFERRED', 'ACCEPTED', 'DELAYED')
                        """;
                    case DELAYED -> """
                        update mail set state = 'DELAYED', last_reply = :said, changed_at = :now
                        where id = :id and state = 'ACCEPTED'
                        """;
                    case DELIVERED -> """
                        update mail set state = 'ACCEPTED', last_reply = :said, changed_at = :now
                        where id = :id and state = 'DELAYED'
                        """;
                };
        return jdbc.sql(change)
                        .param("id", id)
                        .param("said", shortened(said))
                        .param("now", now)
                        .update()
                == 1;
    }

    /** Mails that did not arrive, newest first: by reader and address, for those who look after the directory. */
    List<MailHealth.Undelivered> undelivered(Instant since, int atMost) {
        return jdbc.sql("""
                select reader, address, state, changed_at, last_reply from mail
                where state in ('REFUSED', 'BOUNCED') and changed_at >= ? order by changed_at desc limit ?
                """)
                .params(since, atMost)
                .query((row, number) -> new MailHealth.Undelivered(
                        row.getObject("reader", UUID.class),
                        row.getString("address"),
                        MailFate.State.valueOf(row.getString("state")),
                        row.getObject("changed_at", Instant.class),
                        MailReason.of(row.getString("last_reply"))))
                .list();
    }

    /** Mails that wait only because the relay could not be reached. */
    List<UUID> unreachable() {
        return jdbc.sql("select id from mail where state = 'DEFERRED' and unreachable order by created_at")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Forgets mails that were settled before {@code before}. @return how many */
    int forget(Instant before, int atMost) {
        return jdbc.sql("""
                delete from mail where state in ('ACCEPTED', 'DELAYED', 'BOUNCED', 'REFUSED', 'CANCELLED') and changed_at < ? limit ?
                """).params(before, atMost).update();
    }

    long count(MailFate.State state) {
        return jdbc.sql("select count(*) from mail where state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }

    static @Nullable String shortened(@Nullable String reply) {
        if (reply == null) {
            return null;
        }
        String line = reply.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), REPLY_LENGTH));
    }

    private static Mail mail(ResultSet row) throws SQLException {
        return new Mail(
                row.getObject("id", UUID.class),
                new Letter(
                        row.getString("address"),
                        row.getObject("reader", UUID.class),
                        Locale.forLanguageTag(row.getString("language")),
                        row.getString("template"),
                        row.getObject("subject", UUID.class),
                        JSON.readValue(row.getString("refs"), STRINGS)),
                row.getString("message_id"),
                MailFate.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("unknown"),
                row.getString("last_reply"),
                row.getObject("created_at", Instant.class),
                row.getObject("changed_at", Instant.class),
                row.getObject("next_at", Instant.class));
    }
}
