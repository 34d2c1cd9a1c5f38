package fr.pli.exchange.notification;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.MessageOpened;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The bell (N-6): the same facts as the mails, whatever the preferences about mail. A notice is news until its reader
 * says otherwise or opens the message.
 */
@Service
public class Bell {

    /** Counting stops here; the bar says « 99+ ». */
    public static final int COUNTED = 100;

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Units units;
    private final Clock clock;

    Bell(JdbcClient jdbc, Directory directory, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.units = units;
        this.clock = clock;
    }

    /** @param who whose act it is; null for the message's sender or the platform */
    void ring(UUID person, NoticeKind kind, UUID message, @Nullable UUID who) {
        Instant now = clock.instant();
        jdbc.sql(
                        "insert into notice (id, person, kind, message, who, at) values (:id, :person, :kind, :message, :who, :now)")
                .param("id", Ids.next(now))
                .param("person", person)
                .param("kind", kind.name())
                .param("message", message)
                .param("who", who)
                .param("now", now)
                .update();
    }

    /** Unread notices, at most {@link #COUNTED}; each is read once, see {@code Boxes.unread}. */
    public int unread(UUID person) {
        return jdbc.sql("select 1 from notice force index (notice_unread) where person = ? and read_at is null limit "
                        + COUNTED)
                .param(person)
                .query((row, number) -> number)
                .list()
                .size();
    }

    /**
     * Newest first.
     *
     * @param after last id of the page before
     * @param limit rows of a page, 1 to 200
     */
    public Page list(Person person, @Nullable UUID after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<Found> found = jdbc.sql("""
                select n.*, m.subject, m.sender, m.state
                from (select * from notice force index (notice_list)
                      where person = :person and (:after is null or id < :after)
                      order by id desc limit :limit) n
                join message m on m.id = n.message
                order by n.id desc
                """)
                .param("person", person.id())
                .param("after", after)
                .param("limit", most + 1)
                .query((row, number) -> new Found(
                        row.getObject("id", UUID.class),
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getObject("message", UUID.class),
                        row.getString("subject"),
                        Objects.requireNonNullElse(
                                row.getObject("who", UUID.class), row.getObject("sender", UUID.class)),
                        row.getObject("at", Instant.class),
                        row.getObject("read_at", Instant.class) != null,
                        row.getObject("sender", UUID.class).equals(person.id())
                                || MessageState.valueOf(row.getString("state")) != MessageState.DELETED))
                .list();
        List<Found> rows = found.subList(0, Math.min(most, found.size()));
        Map<UUID, Person> people =
                directory.findAll(rows.stream().map(Found::who).distinct().toList());
        return new Page(
                rows.stream().map(row -> row.named(people.get(row.who()))).toList(),
                found.size() > most ? rows.getLast().id() : null);
    }

    /** Marks one of one's own notices as read; another one's is refused like one that never was. */
    public void read(UUID person, UUID id) {
        units.run(() -> {
            int own = jdbc.sql("update notice set read_at = coalesce(read_at, ?) where id = ? and person = ?")
                    .params(clock.instant(), id, person)
                    .update();
            if (own == 0) {
                throw NotificationRefusal.NOTICE_UNKNOWN.with();
            }
        });
    }

    public void readAll(UUID person) {
        units.run(() -> jdbc.sql("update notice set read_at = ? where person = ? and read_at is null")
                .params(clock.instant(), person)
                .update());
    }

    @EventListener
    void on(MessageOpened opened) {
        units.run(() -> jdbc.sql("update notice set read_at = ? where person = ? and message = ? and read_at is null")
                .params(clock.instant(), opened.person(), opened.message())
                .update());
    }

    /** @param next {@code after} of the next page, null on the last */
    public record Page(List<NoticeRow> rows, @Nullable UUID next) {}

    private record Found(
            UUID id, NoticeKind kind, UUID message, String subject, UUID who, Instant at, boolean read, boolean open) {

        NoticeRow named(@Nullable Person person) {
            return new NoticeRow(id, kind, message, subject, person == null ? null : person.name(), at, read, open);
        }
    }
}
