package fr.pli.exchange.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Functional recipients and their members as administrators and support operators see them. */
@Component
public class OfficeList {

    private static final String SELECT = """
            select p.id, p.version, p.last_name, p.email, o.name as organisation, p.profile, p.state,
                   (select count(*) from office_member m where m.office = p.id and m.open) as members,
                   (select count(*) from office_member m join person q on q.id = m.person
                    where m.office = p.id and m.open and q.state = 'ACTIVE') as active
            from person p join organisation o on o.id = p.organisation
            where p.profile in ('OFFICE', 'TEAM')
            """;

    private final Directory directory;
    private final JdbcClient jdbc;

    OfficeList(Directory directory, JdbcClient jdbc) {
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** One page by name, {@code after} the id of the last one seen. @param by an administrator or support operator */
    public List<Office> page(Person by, @Nullable UUID after, int limit) {
        Guard.readersOnly(by);
        String last = after == null ? "" : find(by, after).map(Office::name).orElse("");
        return jdbc.sql(SELECT + """
                         and p.last_name >= :last and (p.last_name > :last or p.id > :after)
                        order by p.last_name, p.id limit :limit
                        """)
                .param("last", last)
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query(OfficeList::row)
                .list();
    }

    public Optional<Office> find(Person by, UUID id) {
        Guard.readersOnly(by);
        return jdbc.sql(SELECT + " and p.id = :id")
                .param("id", id)
                .query(OfficeList::row)
                .optional();
    }

    /** Present members by name. */
    public List<OfficeMember> members(Person by, UUID office) {
        Guard.readersOnly(by);
        Map<UUID, Instant> since = new HashMap<>();
        jdbc.sql("select person, joined_at from office_member where office = :office and open")
                .param("office", office)
                .query(row -> {
                    since.put(row.getObject("person", UUID.class), row.getObject("joined_at", Instant.class));
                });
        return directory.findAll(since.keySet()).values().stream()
                .sorted(Comparator.comparing(Person::lastName, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Person::firstName)
                        .thenComparing(Person::id))
                .map(person -> new OfficeMember(person, since.getOrDefault(person.id(), Instant.EPOCH)))
                .toList();
    }

    private static Office row(ResultSet row, int number) throws SQLException {
        return new Office(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("organisation"),
                Profile.valueOf(row.getString("profile")) == Profile.OFFICE,
                PersonState.valueOf(row.getString("state")) == PersonState.ACTIVE,
                row.getLong("members"),
                row.getLong("active"));
    }
}
