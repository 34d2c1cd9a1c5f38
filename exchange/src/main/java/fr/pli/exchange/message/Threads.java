package fr.pli.exchange.message;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers, and the thread they make. An answer is a message of its own, with its lifetime and receipts. */
@Service
public class Threads {

    private static final int SHOWN = 200;

    private final MessageRecords records;
    private final Messages messages;
    private final LetterRecords letters;
    private final Directory directory;
    private final MessageLimits limits;
    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    Threads(
            MessageRecords records,
            Messages messages,
            LetterRecords letters,
            Directory directory,
            MessageLimits limits,
            JdbcClient jdbc,
            Units units,
            Clock clock) {
        this.records = records;
        this.messages = messages;
        this.letters = letters;
        this.directory = directory;
        this.limits = limits;
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A draft that answers a message one has received, or goes on after one that one has sent; a draft of that kind that
     * was begun before is taken up again. It may be sent to these correspondents although the directory hides them.
     *
     * @param subject of a new draft
     */
    public UUID answer(Person author, UUID id, String subject) {
        return units.call(() -> {
            Message answered = messages.find(id)
                    .filter(message -> message.availableAt() != null)
                    .orElseThrow(MessageRefusal.UNKNOWN::with);
            letters.requireLetter(author, answered);
            if (!concerns(author, answered)) {
                throw MessageRefusal.UNKNOWN.with();
            }
            return begun(author, id).orElseGet(() -> begin(author, answered, subject));
        });
    }

    private boolean concerns(Person author, Message message) {
        return message.sender().equals(author.id())
                || message.state() != MessageState.DELETED && message.readers().contains(author.id());
    }

    private Optional<UUID> begun(Person author, UUID id) {
        return jdbc.sql("""
                select id from message where answers = ? and sender = ? and state = 'DRAFT'
                order by changed_at desc, id desc limit 1
                """).params(id, author.account()).query(UUID.class).optional();
    }

    private UUID begin(Person author, Message answered, String subject) {
        Instant now = clock.instant();
        List<UUID> to = answered.sender().equals(author.id()) ? answered.recipients() : List.of(answered.sender());
        Map<UUID, Person> people = directory.findAll(to);
        var draft = new MessageRecord(
                Ids.next(now), author.account(), Origin.LETTER, Retention.days(limits.maxDays()), now);
        draft.answers(records.findById(answered.id()).orElseThrow());
        draft.write(
                to.stream()
                        .filter(person -> people.containsKey(person)
                                && people.get(person).state().receives())
                        .toList(),
                subject.substring(0, Math.min(subject.length(), MessageSettings.SUBJECT)),
                "",
                limits.maxDays(),
                now);
        return records.save(draft).id();
    }

    /** The messages of the thread that {@code person} sent or received, oldest first; only itself when nobody answered. */
    public List<ThreadLine> of(Person person, UUID message) {
        // asked for first: the database guesses badly how many belong to a thread that it does not know yet
        UUID first = jdbc.sql("select coalesce(thread, id) from message where id = ?")
                .param(message)
                .query(UUID.class)
                .optional()
                .orElse(message);
        List<Line> lines = jdbc.sql("""
                select m.id, m.reference, m.sender, m.subject, m.state, m.available_at, m.ends_at, m.file_count,
                       m.byte_count
                from (select id from message where thread = :first union select :first) t
                join message m on m.id = t.id
                where m.available_at is not null
                  and (m.sender in (:person)
                       or m.state <> 'DELETED'
                          and exists (select 1 from recipient r
                                      where r.message = m.id and r.person in (:person) and r.kind <> 'FORMER'))
                order by m.available_at desc, m.id desc limit :shown
                """)
                .param("first", first)
                .param("person", person.entries())
                .param("shown", SHOWN)
                .query((row, number) -> new Line(
                        row.getObject("sender", UUID.class),
                        new ThreadLine(
                                row.getObject("id", UUID.class),
                                row.getString("reference"),
                                "",
                                row.getString("subject"),
                                MessageState.valueOf(row.getString("state")),
                                row.getObject("available_at", Instant.class),
                                row.getObject("ends_at", Instant.class),
                                row.getInt("file_count"),
                                row.getLong("byte_count"))))
                .list();
        Map<UUID, Person> people = directory.findAll(senders(lines));
        return lines.reversed().stream()
                .map(line -> line.shown().from(people.get(line.sender())))
                .toList();
    }

    private static Collection<UUID> senders(List<Line> lines) {
        return lines.stream().map(Line::sender).distinct().toList();
    }

    private record Line(UUID sender, ThreadLine shown) {}
}
