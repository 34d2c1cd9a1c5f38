package fr.pli.exchange.account;

import fr.pli.exchange.platform.Folding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The directory as its administrators and support operators list it: by name, paged by key. */
@Component
public class DirectoryList {

    private static final String SELECT = """
            select p.id, p.email, p.first_name, p.last_name, p.organisation, o.name as organisation_name, p.profile,
                   p.state, p.language, p.time_zone, p.identity, p.guest, p.merged_into, null as merged, p.version,
                   p.created_at, trim(concat(k.first_name, ' ', k.last_name)) as kept
            from person p %s join organisation o on o.id = p.organisation
            left join person k on k.id = p.merged_into
            """;

    /** Without words the list is walked by name until the page is full; the database would sort everybody first. */
    private static final String WALKED = SELECT.formatted("force index (person_name)");

    private static final String FOUND = SELECT.formatted("");

    private final JdbcClient jdbc;

    DirectoryList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What to list.
     *
     * @param typed words of name, address or organisation, accents and case ignored; empty for all
     */
    public record Filter(
            String typed,
            @Nullable Profile profile,
            @Nullable EntryState state,
            @Nullable UUID organisation) {

        public static final Filter ALL = new Filter("", null, null, null);
    }

    /** At most {@code limit} entries by last name, first name and id, {@code after} the entry with that id. */
    public List<EntryRow> page(Person by, Filter filter, @Nullable UUID after, int limit) {
        Guard.readersOnly(by);
        Person last =
                after == null ? null : find(by, after).map(EntryRow::person).orElse(null);
        String from = last == null ? "" : """
                 and p.last_name >= :lastName and (p.last_name > :lastName
                 or p.first_name > :firstName or p.first_name = :firstName and p.id > :last)
                """;
        return bind(
                        jdbc.sql((words(filter).isEmpty() ? WALKED : FOUND) + "where " + conditions(filter) + from
                                + " order by p.last_name, p.first_name, p.id limit :limit"),
                        filter)
                .param("lastName", last == null ? "" : last.lastName())
                .param("firstName", last == null ? "" : last.firstName())
                .param("last", after)
                .param("limit", limit)
                .query(DirectoryList::row)
                .list();
    }

    public long count(Person by, Filter filter) {
        Guard.readersOnly(by);
        return bind(jdbc.sql("select count(*) from person p where " + conditions(filter)), filter)
                .query(Long.class)
                .single();
    }

    public Optional<EntryRow> find(Person by, UUID id) {
        Guard.readersOnly(by);
        return jdbc.sql(FOUND + "where p.id = :id and p.profile not in ('OFFICE', 'TEAM')")
                .param("id", id)
                .query(DirectoryList::row)
                .optional();
    }

    private static String conditions(Filter filter) {
        var conditions = new StringBuilder("p.profile not in ('OFFICE', 'TEAM')");
        for (int i = 0; i < words(filter).size(); i++) {
            conditions.append(" and ").append(Completion.hasWord("word" + i));
        }
        if (filter.profile() != null) {
            conditions.append(" and p.profile = :profile");
        }
        if (filter.state() != null) {
            conditions.append(
                    filter.state() == EntryState.MERGED
                            ? " and p.merged_into is not null"
                            : " and p.state = :state and p.merged_into is null");
        }
        if (filter.organisation() != null) {
            conditions.append(" and p.organisation = :organisation");
        }
        return conditions.toString();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Filter filter) {
        JdbcClient.StatementSpec bound = statement
                .param(
                        "profile",
                        filter.profile() == null ? null : filter.profile().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("organisation", filter.organisation());
        List<String> words = words(filter);
        for (int i = 0; i < words.size(); i++) {
            bound = bound.param("word" + i, words.get(i) + "%");
        }
        return bound;
    }

    private static List<String> words(Filter filter) {
        return Folding.words(filter.typed()).stream()
                .limit(Completion.MOST_WORDS)
                .toList();
    }

    private static EntryRow row(ResultSet row, int number) throws SQLException {
        return new EntryRow(
                PersonRows.person(row, number),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("kept"));
    }
}
