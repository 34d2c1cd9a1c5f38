package fr.pli.exchange.message;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The boxes of a person: « Messages reçus » and « Messages envoyés », one page at a time. */
@Service
public class Boxes {

    /** Counting stops here; a page says « 999+ ». */
    public static final int COUNTED = 1000;

    private static final int SHOWN_RECIPIENTS = 3;

    private final JdbcClient jdbc;
    private final BoxSearch search;
    private final Directory directory;
    private final Clock clock;

    Boxes(JdbcClient jdbc, BoxSearch search, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.directory = directory;
        this.clock = clock;
    }

    public BoxPage inbox(Person owner, BoxQuery query) {
        BoxQuery asked = query.forInbox();
        return page(asked, search.find(Box.INBOX, owner.entries(), asked), this::senders);
    }

    public BoxPage sent(Person owner, BoxQuery query) {
        BoxQuery asked = query.forSent();
        return page(asked, search.find(Box.SENT, owner.entries(), asked), this::recipients);
    }

    /** Available messages never opened, at most {@link #COUNTED}. */
    public int unread(Person owner) {
        return count(
                "force index (recipient_fresh) where r.person in (:owner) and r.seen_at is null and r.ends_at > :now",
                owner);
    }

    /** Messages whose end is less than a day away. */
    public int endingSoon(Person owner) {
        return count(
                "force index (recipient_end) where r.person in (:owner) and r.ends_at > :now and r.ends_at <= :soon",
                owner);
    }

    /** Counted here: the database would copy a bounded list before counting it and read each row twice. */
    private int count(String which, Person owner) {
        Instant now = clock.instant();
        List<UUID> entries = owner.entries();
        return jdbc.sql("select 1 from recipient r %s %s limit %d"
                        .formatted(which, Box.INBOX.once(entries.size()), COUNTED))
                .param("owner", entries)
                .param("own", owner.id())
                .param("now", now)
                .param("soon", now.plus(Duration.ofDays(1)))
                .query((row, number) -> number)
                .list()
                .size();
    }

    private BoxPage page(BoxQuery query, List<FoundRow> found, People people) {
        List<FoundRow> rows = found.subList(0, Math.min(found.size(), query.limit()));
        Map<UUID, Correspondents> named = people.of(rows);
        List<BoxRow> page = rows.stream()
                .map(row -> row.shown(named.getOrDefault(row.id(), Correspondents.NONE)))
                .toList();
        boolean more = found.size() > rows.size();
        return new BoxPage(page, more ? rows.getLast().cursor().text() : null);
    }

    private Map<UUID, Correspondents> senders(List<FoundRow> rows) {
        Map<UUID, Person> people = directory.findAll(rows.stream()
                .flatMap(row -> Stream.of(row.sender(), Objects.requireNonNullElse(row.sentBy(), row.sender())))
                .distinct()
                .toList());
        var named = new HashMap<UUID, Correspondents>();
        rows.forEach(row -> Optional.ofNullable(people.get(row.sender()))
                .ifPresent(person -> named.put(row.id(), new Correspondents(List.of(person), 0, hand(row, people)))));
        return named;
    }

    private Map<UUID, Correspondents> recipients(List<FoundRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        var ids = new HashMap<UUID, List<UUID>>();
        var counts = new HashMap<UUID, Integer>();
        jdbc.sql("""
                        select message, person from recipient
                        where message in (:messages) and kind in ('PERSON', 'OFFICE') order by message, position
                        """)
                .param("messages", rows.stream().map(FoundRow::id).toList())
                .query(row -> {
                    UUID message = row.getObject("message", UUID.class);
                    if (counts.merge(message, 1, Integer::sum) <= SHOWN_RECIPIENTS) {
                        ids.computeIfAbsent(message, same -> new ArrayList<>())
                                .add(row.getObject("person", UUID.class));
                    }
                });
        var everybody = new LinkedHashSet<UUID>();
        ids.values().forEach(everybody::addAll);
        rows.stream().map(FoundRow::sentBy).filter(Objects::nonNull).forEach(everybody::add);
        Map<UUID, Person> people = directory.findAll(everybody);
        var named = new HashMap<UUID, Correspondents>();
        rows.forEach(row -> {
            List<UUID> first = ids.getOrDefault(row.id(), List.of());
            named.put(
                    row.id(),
                    new Correspondents(
                            first.stream()
                                    .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                                    .toList(),
                            counts.getOrDefault(row.id(), 0) - first.size(),
                            hand(row, people)));
        });
        return named;
    }

    /** Who sent it for the sender with a delegation. */
    private static @Nullable Person hand(FoundRow row, Map<UUID, Person> people) {
        return row.sentBy() == null ? null : people.get(row.sentBy());
    }

    /** Gives each row its sender or its first recipients. */
    private interface People {
        Map<UUID, Correspondents> of(List<FoundRow> rows);
    }

    record Correspondents(
            List<Person> people, int others, @Nullable Person sentBy) {

        static final Correspondents NONE = new Correspondents(List.of(), 0, null);
    }
}
