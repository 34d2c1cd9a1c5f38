package fr.pli.exchange.delegation;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code delegation}. */
@Repository
class DelegationTable {

    private static final int MOST = 200;
    private static final String OPEN = "ended_at is null and ends_at > :now";

    private final JdbcClient jdbc;
    private final Directory directory;

    DelegationTable(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** One after the other for each giver. */
    void lock(UUID giver) {
        jdbc.sql("select id from person where id = ? for update")
                .param(giver)
                .query(UUID.class)
                .single();
    }

    void add(Delegation delegation) {
        jdbc.sql("""
                insert into delegation (id, giver, holder, may_send, starts_at, ends_at, created_at)
                values (:id, :giver, :holder, :maySend, :start, :end, :now)
                """)
                .param("id", delegation.id())
                .param("giver", delegation.giver().id())
                .param("holder", delegation.holder().id())
                .param("maySend", delegation.maySend())
                .param("start", delegation.startsAt())
                .param("end", delegation.endsAt())
                .param("now", delegation.createdAt())
                .update();
    }

    boolean overlaps(UUID giver, UUID holder, Instant start, Instant end) {
        return jdbc.sql("""
                select exists (select 1 from delegation
                  where giver = ? and holder = ? and ended_at is null and starts_at < ? and ends_at > ?)
                """)
                .params(giver, holder, end, start)
                .query(Boolean.class)
                .single();
    }

    /** @return whether it was still open */
    boolean end(UUID id, Instant now) {
        return jdbc.sql("update delegation set ended_at = ? where id = ? and ended_at is null and ends_at > ?")
                        .params(now, id, now)
                        .update()
                == 1;
    }

    /** Whichever of the two {@code from} is. */
    void give(UUID id, UUID from, UUID to) {
        jdbc.sql("""
                update delegation set giver = if(giver = :from, :to, giver), holder = if(holder = :from, :to, holder)
                where id = :id
                """).param("from", from).param("to", to).param("id", id).update();
    }

    Optional<Delegation> find(UUID id) {
        return rows("id = :id", Map.of("id", id), 1).stream().findFirst();
    }

    List<Delegation> givenBy(UUID giver) {
        return rows("giver = :giver", Map.of("giver", giver), MOST);
    }

    List<Delegation> heldBy(UUID holder, Instant now) {
        return rows("holder = :holder and " + OPEN, Map.of("holder", holder, "now", now), MOST);
    }

    /** Given or received, and neither revoked nor over. */
    List<Delegation> open(UUID person, Instant now) {
        return rows("(giver = :person or holder = :person) and " + OPEN, Map.of("person", person, "now", now), MOST);
    }

    List<Delegation> running(Collection<UUID> givers, Instant now) {
        return givers.isEmpty()
                ? List.of()
                : rows(
                        "giver in (:givers) and starts_at <= :now and " + OPEN,
                        Map.of("givers", givers, "now", now),
                        MOST * givers.size());
    }

    /** People are read after the rows: a query within a query would hold one connection and wait for another. */
    private List<Delegation> rows(String condition, Map<String, Object> parameters, int most) {
        List<Row> rows = jdbc.sql("select * from delegation where " + condition + " order by id desc limit :most")
                .params(parameters)
                .param("most", most)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("giver", UUID.class),
                        row.getObject("holder", UUID.class),
                        row.getBoolean("may_send"),
                        row.getObject("starts_at", Instant.class),
                        row.getObject("ends_at", Instant.class),
                        row.getObject("created_at", Instant.class),
                        row.getObject("ended_at", Instant.class)))
                .list();
        Map<UUID, Person> people = directory.findAll(rows.stream()
                .flatMap(row -> Stream.of(row.giver(), row.holder()))
                .distinct()
                .toList());
        return rows.stream().flatMap(row -> row.with(people).stream()).toList();
    }

    private record Row(
            UUID id,
            UUID giver,
            UUID holder,
            boolean maySend,
            Instant start,
            Instant end,
            Instant created,
            @Nullable Instant ended) {

        Optional<Delegation> with(Map<UUID, Person> people) {
            Person from = people.get(giver);
            Person to = people.get(holder);
            return from == null || to == null
                    ? Optional.empty()
                    : Optional.of(new Delegation(id, from, to, maySend, start, end, created, ended));
        }
    }
}
