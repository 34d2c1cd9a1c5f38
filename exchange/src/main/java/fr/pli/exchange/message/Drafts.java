package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Units;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Messages in preparation and messages that wait for their files, for their author only. */
@Service
public class Drafts {

    private static final int MOST = 200;

    private final MessageRecords records;
    private final Dispatch dispatch;
    private final AccessRules rules;
    private final Messages messages;
    private final JdbcClient jdbc;
    private final Units units;

    Drafts(
            MessageRecords records,
            Dispatch dispatch,
            AccessRules rules,
            Messages messages,
            JdbcClient jdbc,
            Units units) {
        this.records = records;
        this.dispatch = dispatch;
        this.rules = rules;
        this.messages = messages;
        this.jdbc = jdbc;
        this.units = units;
    }

    /**
     * The author's own message in any state; refuses exactly like an unknown id otherwise. What is no letter is not the
     * author's once it has left: its rule decides (M-3).
     */
    public Draft get(Person author, UUID id) {
        return find(author, id).orElseThrow(MessageRefusal.UNKNOWN::with);
    }

    /** As {@link #get}, empty instead of a refusal: who may post somewhere need not be able to read it there. */
    public Optional<Draft> find(Person author, UUID id) {
        return units.call(() -> records.findById(id)
                .filter(message ->
                        message.sender().equals(author.id()) && !message.life().discarded())
                .filter(message -> mine(author, message))
                .map(message -> draft(author, message)));
    }

    private boolean mine(Person author, MessageRecord message) {
        return rules.present(author.id(), message.origin())
                && (!permanent(message)
                        || messages.decide(author, message.view()).allowed());
    }

    private static boolean permanent(MessageRecord message) {
        return !message.origin().letter() && message.life().availableAt() != null;
    }

    /** Letters somebody has begun and not sent, last changed first; drafts that say nothing yet are left out. */
    public List<DraftRow> unfinished(Person author) {
        return unfinished(author, Origin.LETTER);
    }

    /** As {@link #unfinished(Person)}, for what is to be posted there. */
    public List<DraftRow> unfinished(Person author, Origin origin) {
        if (!rules.present(author.id(), origin)) {
            return List.of();
        }
        return jdbc.sql("""
                        select m.id, m.subject, m.state, m.changed_at, m.queued_at, m.blocked_by, m.file_count, m.byte_count,
                               (select count(*) from recipient r where r.message = m.id) as recipients,
                               coalesce(sum(f.state = 'RECEIVING'), 0) as receiving,
                               coalesce(sum(f.state = 'WAITING'), 0) as waiting,
                               coalesce(sum(f.length - f.received), 0) as missing
                        from message m
                        left join attachment a on a.message = m.id
                        left join file f on f.id = a.file
                        where m.sender = :author and m.state in ('DRAFT', 'QUEUED')
                          and m.origin_kind = :kind and m.origin <=> :place
                        group by m.id
                        having m.state = 'QUEUED' or m.subject <> '' or m.file_count > 0 or recipients > 0
                            or max(m.comment <> '')
                        order by m.changed_at desc, m.id desc
                        limit :most
                        """)
                .param("author", author.id())
                .param("kind", origin.kind())
                .param("place", origin.reference())
                .param("most", MOST)
                .query((row, number) -> new DraftRow(
                        row.getObject("id", UUID.class),
                        row.getString("subject"),
                        MessageState.valueOf(row.getString("state")),
                        row.getObject("changed_at", Instant.class),
                        row.getObject("queued_at", Instant.class),
                        row.getString("blocked_by"),
                        row.getInt("recipients"),
                        row.getInt("file_count"),
                        row.getLong("byte_count"),
                        row.getInt("receiving"),
                        row.getInt("waiting"),
                        row.getLong("missing")))
                .list();
    }

    private Draft draft(Person author, MessageRecord message) {
        Sending sending = dispatch.read(message);
        List<Draft.Check> checks = SendingRule.ALL.stream()
                .map(rule -> new Draft.Check(
                        rule.name(), rule.obstacle().apply(sending).orElse(null)))
                .toList();
        Message view = message.view();
        List<Draft.File> files = message.attachments().stream()
                .filter(a -> !permanent(message)
                        || messages.decide(author, view, a.file()).allowed())
                .map(a -> new Draft.File(
                        a.file(), a.path(), a.length(), sending.files().get(a.file())))
                .toList();
        return new Draft(
                message.id(),
                message.origin(),
                message.state(),
                message.subject(),
                message.comment(),
                message.life().retention().days(),
                sending.recipients(),
                files,
                checks,
                sending.limits().maxDays(),
                message.life().changedAt(),
                message.life().queuedAt(),
                blocked(message, sending));
    }

    /** The reason that was kept, with the words of the obstacle while it still stands. */
    static @Nullable Obstacle blocked(MessageRecord message, Sending sending) {
        String code = message.life().blockedBy();
        if (code == null) {
            return null;
        }
        Optional<Obstacle> standing = SendingRule.ALL.stream()
                .flatMap(rule -> rule.obstacle().apply(sending).stream())
                .filter(obstacle -> obstacle.refusal().code().equals(code))
                .findFirst();
        return standing.or(() -> Arrays.stream(MessageRefusal.values())
                        .filter(refusal -> refusal.code().equals(code))
                        .findFirst()
                        .map(refusal -> new Obstacle(refusal, message.life().blockedFile(), List.of())))
                .orElse(null);
    }
}
