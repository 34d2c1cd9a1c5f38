package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
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
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, Message> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        // one after the other: a query within a query would hold one connection and wait for another
        Map<UUID, List<Addressed>> recipients = recipients(ids);
        Map<UUID, List<Message.Attachment>> attachments = attachments(ids);
        return jdbc
                .sql("select * from message where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> message(row, recipients, attachments))
                .list()
                .stream()
                .filter(message -> message.state() != MessageState.DELETED || message.availableAt() != null)
                .collect(Collectors.toMap(Message::id, Function.identity()));
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

    private Map<UUID, List<Addressed>> recipients(Collection<UUID> ids) {
        return jdbc
                .sql(
                        "select message, person, kind from recipient where message in (:ids) order by position, kind, person")
                .param("ids", ids)
                .query((row, number) -> new Addressed(
                        row.getObject("message", UUID.class),
                        row.getObject("person", UUID.class),
                        RecipientRecord.Kind.valueOf(row.getString("kind"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Addressed::message));
    }

    private Map<UUID, List<Message.Attachment>> attachments(Collection<UUID> ids) {
        return jdbc
                .sql(
                        "select message, file, path, length, position from attachment where message in (:ids) order by position")
                .param("ids", ids)
                .query((row, number) -> Map.entry(
                        row.getObject("message", UUID.class),
                        new Message.Attachment(
                                row.getObject("file", UUID.class),
                                row.getString("path"),
                                row.getLong("length"),
                                row.getInt("position"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Message message(
            ResultSet row, Map<UUID, List<Addressed>> recipients, Map<UUID, List<Message.Attachment>> attachments)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<Addressed> addressed = recipients.getOrDefault(id, List.of());
        return new Message(
                id,
                row.getString("reference"),
                row.getObject("sender", UUID.class),
                row.getObject("sent_by", UUID.class),
                new Origin(row.getString("origin_kind"), row.getObject("origin", UUID.class)),
                row.getString("subject"),
                row.getString("comment"),
                MessageState.valueOf(row.getString("state")),
                row.getObject("available_at", Instant.class),
                row.getObject("ends_at", Instant.class),
                addressed.stream()
                        .filter(one -> one.kind().named())
                        .map(Addressed::person)
                        .toList(),
                addressed.stream()
                        .filter(one -> one.kind().reads())
                        .map(Addressed::person)
                        .toList(),
                attachments.getOrDefault(id, List.of()));
    }

    private record Addressed(UUID message, UUID person, RecipientRecord.Kind kind) {}
}
