package fr.pli.expertise.designation;

import fr.pli.exchange.account.Merging;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Designations when accounts are merged (C-6): the account that is kept holds what the other held, and is the expert of
 * what was addressed to the other. Who sent a package stays its author; drafts, and what both are in, stay where they are.
 */
@Component
@Order(14)
class MergedDesignations implements Merging {

    private static final String OF = """
            from designation
            where state <> 'DRAFT' and (holder = :absorbed or expert = :absorbed)
              and (holder = :kept or expert = :kept) = :both
            """;

    private final JdbcClient jdbc;
    private final Journal journal;

    MergedDesignations(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Override
    public String subject() {
        return "designations";
    }

    @Override
    public Outlook outlook(UUID absorbed, UUID kept) {
        return new Outlook(
                of(absorbed, kept, false).size(), of(absorbed, kept, true).size());
    }

    @Override
    public Set<UUID> merge(UUID absorbed, UUID kept, UUID by) {
        Set<UUID> designations = of(absorbed, kept, false);
        designations.forEach(designation -> give(designation, absorbed, kept, by));
        return designations;
    }

    @Override
    public void undo(UUID absorbed, UUID kept, Set<UUID> moved, UUID by) {
        moved.forEach(designation -> give(designation, kept, absorbed, by));
    }

    private Set<UUID> of(UUID absorbed, UUID kept, boolean both) {
        return new LinkedHashSet<>(jdbc.sql("select id " + OF + " order by id for update")
                .param("absorbed", absorbed)
                .param("kept", kept)
                .param("both", both)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    /** A successor may hold it by now: then it stays with them. */
    private void give(UUID designation, UUID from, UUID to, UUID by) {
        int held =
                update("update designation set holder = :to where id = :id and holder = :from", designation, from, to);
        int addressed =
                update("update designation set expert = :to where id = :id and expert = :from", designation, from, to);
        if (held + addressed > 0) {
            journal.append(
                    Fact.of("designation.moved").by(by).about(designation).detail("person", to));
        }
    }

    private int update(String sql, UUID designation, UUID from, UUID to) {
        return jdbc.sql(sql)
                .param("to", to)
                .param("id", designation)
                .param("from", from)
                .update();
    }
}
