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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds messages and decides who may read them: by the rule of their origin and by their life. */
@Service
class JdbcMessages implements Messages {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AccessRules rules;

    JdbcMessages(JdbcClient jdbc, Clock clock, AccessRules rules) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rules = rules;
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
        List<Row> rows = jdbc.sql("select * from message where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> row(row))
                .list();
        Map<UUID, List<Addressed>> recipients =
                recipients(ids(rows, row -> row.message().origin().letter()));
        Map<UUID, List<Message.Attachment>> attachments = attachments(ids(rows, row -> row.files() > 0));
        return rows.stream()
                .map(row -> row.with(recipients, attachments))
                .filter(message -> message.state() != MessageState.DELETED || message.availableAt() != null)
                .collect(Collectors.toMap(Message::id, Function.identity()));
    }

    /** What has no recipients, or no files, is not asked for them. */
    private static List<UUID> ids(List<Row> rows, Predicate<Row> condition) {
        return rows.stream().filter(condition).map(row -> row.message().id()).toList();
    }

    @Override
    public Decision decide(Person person, Message message) {
        return living(rules.decide(person, message), message);
    }

    @Override
    public Decision decide(Person person, Message message, UUID file) {
        return living(rules.decide(person, message, file), message);
    }

    @Override
    public AccessRule.Visible visible(Person person, String kind, Collection<UUID> origins) {
        return rules.visible(person, kind, origins);
    }

    /** Only who might have read it learns that its life is over. */
    private Decision living(Decision decision, Message message) {
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
        Message sent =
                find(id).filter(message -> message.availableAt() != null).orElseThrow(MessageRefusal.UNKNOWN::with);
        if (!sent.origin().letter() && decide(person, sent).allowed()) {
            throw MessageRefusal.PERMANENT.with();
        }
        if (!sent.origin().letter() || !sent.sender().equals(person.id())) {
            throw MessageRefusal.UNKNOWN.with();
        }
        return sent;
    }

    private Map<UUID, List<Addressed>> recipients(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
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
        if (ids.isEmpty()) {
            return Map.of();
        }
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

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Message(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        row.getObject("sender", UUID.class),
                        row.getObject("sent_by", UUID.class),
                        new Origin(row.getString("origin_kind"), row.getObject("origin", UUID.class)),
                        row.getString("subject"),
                        row.getString("comment"),
                        MessageState.valueOf(row.getString("state")),
                        row.getObject("available_at", Instant.class),
                        row.getObject("ends_at", Instant.class),
                        List.of(),
                        List.of(),
                        List.of()),
                row.getInt("file_count"));
    }

    /** @param message without recipients and attachments, which stand in tables of their own */
    private record Row(Message message, int files) {

        Message with(Map<UUID, List<Addressed>> recipients, Map<UUID, List<Message.Attachment>> attachments) {
            List<Addressed> addressed = recipients.getOrDefault(message.id(), List.of());
            return new Message(
                    message.id(),
                    message.reference(),
                    message.sender(),
                    message.sentBy(),
                    message.origin(),
                    message.subject(),
                    message.comment(),
                    message.state(),
                    message.availableAt(),
                    message.endsAt(),
                    addressed.stream()
                            .filter(one -> one.kind().named())
                            .map(Addressed::person)
                            .toList(),
                    addressed.stream()
                            .filter(one -> one.kind().reads())
                            .map(Addressed::person)
                            .toList(),
                    attachments.getOrDefault(message.id(), List.of()));
        }
    }

    private record Addressed(UUID message, UUID person, RecipientRecord.Kind kind) {}
}
