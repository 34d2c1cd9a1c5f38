package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds messages and decides who may read them: the life of the message first, then the rule of its origin. */
@Service
class JdbcMessages implements Messages {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, AccessRule> rules;

    JdbcMessages(JdbcClient jdbc, Clock clock, List<AccessRule> rules) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rules = rules.stream().collect(Collectors.toMap(AccessRule::kind, Function.identity()));
    }

    @Override
    public Optional<Message> find(UUID id) {
        // one after the other: a query within a query would hold one connection and wait for another
        List<Addressed> recipients = recipients(id);
        List<Message.Attachment> attachments = attachments(id);
        return jdbc.sql("select * from message where id = :id")
                .param("id", id)
                .query((row, number) -> message(row, recipients, attachments))
                .optional()
                .filter(message -> message.state() != MessageState.DELETED || message.availableAt() != null);
    }

    @Override
    public Decision decide(Person person, Message message) {
        if (!person.active()) {
            return Decision.no("inactive");
        }
        AccessRule rule = rules.get(message.origin().kind());
        Decision decision = rule == null ? Decision.no("no-rule") : rule.decide(person, message);
        if (!decision.allowed()) {
            return decision;
        }
        return switch (message.state()) {
            case DRAFT, QUEUED -> Decision.no("not-available");
            case DELETED -> Decision.no("deleted");
            case EXPIRED -> Decision.no("expired");
            case SENT -> message.available(clock.instant()) ? decision : Decision.no("expired");
        };
    }

    @Override
    public Message readable(Person person, UUID id) {
        return find(id).filter(message -> decide(person, message).allowed()).orElseThrow(MessageRefusal.UNKNOWN::with);
    }

    @Override
    public Message sentBy(Person person, UUID id) {
        return find(id).filter(message -> message.sender().equals(person.id()) && message.availableAt() != null)
                .orElseThrow(MessageRefusal.UNKNOWN::with);
    }

    private List<Addressed> recipients(UUID id) {
        return jdbc.sql("select person, kind from recipient where message = :id order by position, kind, person")
                .param("id", id)
                .query((row, number) -> new Addressed(
                        row.getObject("person", UUID.class), RecipientRecord.Kind.valueOf(row.getString("kind"))))
                .list();
    }

    private List<Message.Attachment> attachments(UUID id) {
        return jdbc.sql("select file, path, length, position from attachment where message = :id order by position")
                .param("id", id)
                .query((row, number) -> new Message.Attachment(
                        row.getObject("file", UUID.class),
                        row.getString("path"),
                        row.getLong("length"),
                        row.getInt("position")))
                .list();
    }

    private static Message message(ResultSet row, List<Addressed> recipients, List<Message.Attachment> attachments)
            throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getObject("sender", UUID.class),
                new Origin(row.getString("origin_kind"), row.getObject("origin", UUID.class)),
                row.getString("subject"),
                row.getString("comment"),
                MessageState.valueOf(row.getString("state")),
                row.getObject("available_at", Instant.class),
                row.getObject("ends_at", Instant.class),
                recipients.stream()
                        .filter(addressed -> addressed.kind().named())
                        .map(Addressed::person)
                        .toList(),
                recipients.stream()
                        .filter(addressed -> addressed.kind().reads())
                        .map(Addressed::person)
                        .toList(),
                attachments);
    }

    private record Addressed(UUID person, RecipientRecord.Kind kind) {}
}
