package fr.pli.exchange.notification;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.MessageOpened;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.ManyRows;
import fr.pli.exchange.platform.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The bell (N-6): the same facts as the mails, whatever the preferences about mail. A notice is news until its reader
 * says otherwise or opens what it is about.
 */
@Service
public class Bell {

    /** Counting stops here; the bar says « 99+ ». */
    public static final int COUNTED = 100;

    private static final int MOST = 200;

    private static final ManyRows NOTICES = new ManyRows(
            "insert into notice (id, person, kind, message, about, who, hand, at) values",
            "(?, coalesce((select merged_into from person where id = ?), ?), ?, ?, ?, ?, ?, ?)",
            "");

    /** Which of somebody's notices: a delegation holds for letters only. */
    public enum Scope {
        ALL(""),
        LETTERS(" and (select l.origin_kind from message l where l.id = message) = 'letter'");

        private final String condition;

        Scope(String condition) {
            this.condition = condition;
        }
    }

    private final JdbcClient jdbc;
    private final Directory directory;
    private final SubjectNames subjects;
    private final Units units;
    private final Clock clock;

    Bell(JdbcClient jdbc, Directory directory, SubjectNames subjects, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.subjects = subjects;
        this.units = units;
        this.clock = clock;
    }

    /** About something else than a message. */
    void ring(UUID person, String kind, UUID about, Post.Act act) {
        ringAll(List.of(new Ring(person, kind, null, about, act)));
    }

    /** Many at once; what concerns a merged entry is told to the account kept (C-6). */
    void ringAll(List<Ring> rings) {
        Instant now = clock.instant();
        NOTICES.add(jdbc, rings.stream().map(ring -> ring.values(now)).toList());
    }

    /** @param message or else {@code about} is what the notice is about */
    record Ring(
            UUID person,
            String kind,
            @Nullable UUID message,
            @Nullable UUID about,
            Post.Act act) {

        private List<@Nullable Object> values(Instant now) {
            UUID hand = Objects.equals(act.who(), act.hand()) ? null : act.hand();
            return Arrays.asList(Ids.next(now), person, person, kind, message, about, act.who(), hand, now);
        }
    }

    /** Unread notices, at most {@link #COUNTED}; each is read once, see {@code Boxes.unread}. */
    public int unread(UUID person, Scope scope) {
        return jdbc.sql("select 1 from notice force index (notice_unread) where person = ? and read_at is null"
                        + scope.condition + " limit " + COUNTED)
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
    public Page list(Person person, Scope scope, @Nullable UUID after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<Found> found = jdbc.sql("""
                select n.*, m.subject, m.sender, m.state
                from (select * from notice force index (notice_list)
                      where person = :person and (:after is null or id < :after) %s
                      order by id desc limit :limit) n
                left join message m on m.id = n.message
                order by n.id desc
                """.formatted(scope.condition))
                .param("person", person.id())
                .param("after", after)
                .param("limit", most + 1)
                .query((row, number) -> found(person, row))
                .list();
        List<Found> rows = found.subList(0, Math.min(most, found.size()));
        Map<UUID, Person> people = directory.findAll(rows.stream()
                .flatMap(row -> Stream.of(row.who(), row.hand()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new Page(
                subjects.name(
                        person, rows.stream().map(row -> row.named(people)).toList()),
                found.size() > most ? rows.getLast().row().id() : null);
    }

    private static Found found(Person reader, ResultSet row) throws SQLException {
        UUID message = row.getObject("message", UUID.class);
        UUID sender = row.getObject("sender", UUID.class);
        UUID who = row.getObject("who", UUID.class);
        boolean open = message != null
                && (sender != null && reader.holds(sender)
                        || MessageState.valueOf(row.getString("state")) != MessageState.DELETED);
        return new Found(
                new NoticeRow(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        message,
                        row.getObject("about", UUID.class),
                        Objects.requireNonNullElse(row.getString("subject"), ""),
                        null,
                        null,
                        row.getObject("at", Instant.class),
                        row.getObject("read_at", Instant.class) != null,
                        open ? "/messages/" + message : null),
                who == null ? sender : who,
                row.getObject("hand", UUID.class));
    }

    /** Marks one of one's own notices as read; another one's is refused like one that never was. */
    public void read(UUID person, Scope scope, UUID id) {
        units.run(() -> {
            int own = jdbc.sql("update notice set read_at = coalesce(read_at, ?) where id = ? and person = ?"
                            + scope.condition)
                    .params(clock.instant(), id, person)
                    .update();
            if (own == 0) {
                throw NotificationRefusal.NOTICE_UNKNOWN.with();
            }
        });
    }

    public void readAll(UUID person, Scope scope) {
        units.run(() -> jdbc.sql("update notice set read_at = ? where person = ? and read_at is null" + scope.condition)
                .params(clock.instant(), person)
                .update());
    }

    @EventListener
    void on(MessageOpened opened) {
        units.run(() -> jdbc.sql("""
                        update notice set read_at = :now
                        where person in (:person, coalesce((select merged_into from person where id = :person), :person))
                          and message = :message and read_at is null
                        """)
                .param("now", clock.instant())
                .param("person", opened.person())
                .param("message", opened.message())
                .update());
    }

    /** @param next {@code after} of the next page, null on the last */
    public record Page(List<NoticeRow> rows, @Nullable UUID next) {}

    /** @param who whose act it tells. @param hand who acted for them, null when they did */
    private record Found(
            NoticeRow row, @Nullable UUID who, @Nullable UUID hand) {

        NoticeRow named(Map<UUID, Person> people) {
            return row.named(name(people, who), name(people, hand));
        }

        private static @Nullable String name(Map<UUID, Person> people, @Nullable UUID id) {
            Person person = id == null ? null : people.get(id);
            return person == null ? null : person.name();
        }
    }
}
