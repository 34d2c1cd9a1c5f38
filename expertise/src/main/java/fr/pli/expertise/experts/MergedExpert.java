package fr.pli.expertise.experts;

import fr.pli.exchange.account.Merging;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The directory of experts when accounts are merged (C-6): a merged entry is not listed. Court of appeal, specialties and
 * telephones become the kept account's, if that is an expert's and says nothing of its own; otherwise they stay, unseen.
 */
@Component
@Order(15)
class MergedExpert implements Merging {

    private static final String SAYS = """
            (e.landline <> '' or e.mobile <> '' or exists (select 1 from expert_specialty s where s.person = e.person))""";

    private final JdbcClient jdbc;
    private final Journal journal;

    MergedExpert(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Override
    public String subject() {
        return "expert";
    }

    @Override
    public Outlook outlook(UUID absorbed, UUID kept) {
        if (!is(absorbed, SAYS)) {
            return new Outlook(0, 0);
        }
        return silent(kept) ? new Outlook(1, 0) : new Outlook(0, 1);
    }

    @Override
    public Set<UUID> merge(UUID absorbed, UUID kept, UUID by) {
        if (!is(absorbed, SAYS) || !silent(kept)) {
            return Set.of();
        }
        exchange(absorbed, kept);
        journal.append(Fact.of("expert.listed").by(by).about(kept));
        return Set.of(absorbed);
    }

    @Override
    public void undo(UUID absorbed, UUID kept, Set<UUID> moved, UUID by) {
        if (moved.contains(absorbed)) {
            exchange(kept, absorbed);
            journal.append(Fact.of("expert.listed").by(by).about(absorbed));
        }
    }

    private boolean silent(UUID person) {
        return is(person, "p.profile = 'EXPERT' and not " + SAYS);
    }

    private boolean is(UUID person, String condition) {
        return jdbc.sql("select exists (select 1 from expert e join person p on p.id = e.person where e.person = ? and "
                        + condition + ")")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /** The rows stay with their names; what they say changes places. */
    private void exchange(UUID one, UUID other) {
        List<Row> rows = jdbc.sql(
                        "select person, court, landline, mobile from expert where person in (:two) for update")
                .param("two", List.of(one, other))
                .query(MergedExpert::row)
                .list();
        rows.forEach(row -> write(row.person().equals(one) ? other : one, row));
        jdbc.sql("update expert_specialty set person = if(person = :one, :other, :one) where person in (:two)")
                .param("one", one)
                .param("other", other)
                .param("two", List.of(one, other))
                .update();
    }

    private void write(UUID person, Row said) {
        jdbc.sql("update expert set court = :court, landline = :landline, mobile = :mobile where person = :person")
                .param("court", said.court())
                .param("landline", said.landline())
                .param("mobile", said.mobile())
                .param("person", person)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("person", UUID.class),
                row.getString("court"),
                row.getString("landline"),
                row.getString("mobile"));
    }

    private record Row(UUID person, @Nullable String court, String landline, String mobile) {}
}
