package fr.pli.expertise.experts;

import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.certificate.Specialties.Specialty;
import fr.pli.exchange.certificate.StandingCertificates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rows of experts: searched by their own words, court and specialty, in the order of a folded key of the name. */
@Repository
class ExpertTable {

    /** More words than this say nothing more. */
    static final int MOST_WORDS = 4;

    private static final String CERTIFIED = """
            (:doors = false or exists (select 1 from certificate c where c.person = p.id and c.revoked_at is null
                                       and c.valid_from <= :now and c.valid_until > :now))
            """;

    private static final String SELECT = """
            select p.id, p.first_name, p.last_name, p.email, e.court, e.landline, e.mobile,
            """ + CERTIFIED + """
             as selectable
            from expert e join person p on p.id = e.person
            where p.profile = 'EXPERT' and p.state = 'ACTIVE' and p.merged_into is null
            """;

    private final JdbcClient jdbc;
    private final StandingCertificates certificates;
    private final Specialties nomenclature;
    private final Clock clock;

    ExpertTable(JdbcClient jdbc, StandingCertificates certificates, Specialties nomenclature, Clock clock) {
        this.jdbc = jdbc;
        this.certificates = certificates;
        this.nomenclature = nomenclature;
        this.clock = clock;
    }

    List<Row> find(Asked asked, int limit) {
        return bound(asked, limit, sql(asked)).query(ExpertTable::row).list();
    }

    /** The plan by which the database would answer, for a test. */
    List<Map<String, @Nullable Object>> plan(Asked asked, int limit) {
        return bound(asked, limit, "explain " + sql(asked)).query().listOfRows();
    }

    List<Row> find(Collection<UUID> people) {
        return people.isEmpty()
                ? List.of()
                : timed(jdbc.sql(SELECT + " and e.person in (:people) order by e.name_key, e.person"))
                        .param("people", people)
                        .query(ExpertTable::row)
                        .list();
    }

    private static String sql(Asked asked) {
        var sql = new StringBuilder(SELECT);
        words(sql, "last", Math.min(MOST_WORDS, asked.last().size()));
        words(sql, "first", Math.min(MOST_WORDS, asked.first().size()));
        if (asked.court() != null) {
            sql.append(" and e.court = :court");
        }
        if (asked.code() != null) {
            sql.append("""
                     and e.person in (select person from expert_specialty where code = :code or code like :below)
                    """);
        }
        if (asked.selectable()) {
            sql.append(" and ").append(CERTIFIED);
        }
        if (asked.after() != null) {
            sql.append("""
                     and e.name_key >= (select name_key from expert where person = :after)
                     and (e.name_key > (select name_key from expert where person = :after) or e.person > :after)
                    """);
        }
        return sql.append(" order by e.name_key, e.person limit :limit").toString();
    }

    private static void words(StringBuilder sql, String part, int many) {
        for (int i = 0; i < many; i++) {
            sql.append(" and e.person in (select person from expert_word where part = '")
                    .append(part)
                    .append("' and word like :")
                    .append(part)
                    .append(i)
                    .append(')');
        }
    }

    private StatementSpec bound(Asked asked, int limit, String sql) {
        StatementSpec query = timed(jdbc.sql(sql)).param("limit", limit);
        query = each(query, "last", asked.last());
        query = each(query, "first", asked.first());
        if (asked.court() != null) {
            query = query.param("court", asked.court());
        }
        if (asked.code() != null) {
            query = query.param("code", asked.code()).param("below", asked.code() + ".%");
        }
        return asked.after() == null ? query : query.param("after", asked.after());
    }

    private static StatementSpec each(StatementSpec query, String part, List<String> words) {
        StatementSpec bound = query;
        for (int i = 0; i < Math.min(MOST_WORDS, words.size()); i++) {
            bound = bound.param(part + i, words.get(i) + "%");
        }
        return bound;
    }

    private StatementSpec timed(StatementSpec query) {
        return query.param("doors", certificates.asked(Profile.EXPERT)).param("now", clock.instant());
    }

    Map<UUID, List<Specialty>> specialties(Collection<UUID> people) {
        var found = new HashMap<UUID, List<Specialty>>();
        if (!people.isEmpty()) {
            jdbc.sql("""
                            select person, nomenclature, code from expert_specialty where person in (:people)
                            order by person, nomenclature, position
                            """).param("people", people).query(row -> {
                found.computeIfAbsent(row.getObject("person", UUID.class), none -> new ArrayList<>())
                        .add(specialty(row.getString("nomenclature"), row.getString("code")));
            });
        }
        return found;
    }

    private Specialty specialty(String name, String code) {
        return nomenclature.find(name, code).orElseGet(() -> new Specialty(name, code, code));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("court"),
                row.getString("landline"),
                row.getString("mobile"),
                row.getBoolean("selectable"));
    }

    /**
     * Criteria as the database understands them.
     *
     * @param last folded words, as {@code first}
     * @param court code
     * @param code of a specialty or a heading
     */
    record Asked(
            List<String> last,
            List<String> first,
            @Nullable String court,
            @Nullable String code,
            boolean selectable,
            @Nullable UUID after) {}

    record Row(
            UUID person,
            String firstName,
            String lastName,
            String email,
            @Nullable String court,
            String landline,
            String mobile,
            boolean selectable) {}
}
