package fr.pli.expertise.participants;

import fr.pli.exchange.account.Merging;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Roles when accounts are merged (C-6): one that lasts becomes the kept account's as it is, with its consent, its grants
 * and, for a sapiteur, its folders. Past roles, and one that the kept account has as well, stay.
 */
@Component
@Order(11)
class MergedRoles implements Merging {

    /** The kept account has the same role there already. */
    private static final String SAME = """
            exists (select 1 from participant k
                    where k.expertise = p.expertise and k.person = :kept and k.open = p.open)""";

    private final JdbcClient jdbc;
    private final Journal journal;

    MergedRoles(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Override
    public String subject() {
        return "roles";
    }

    @Override
    public Outlook outlook(UUID absorbed, UUID kept) {
        return new Outlook(
                of("not " + SAME, absorbed, kept).size(),
                of(SAME, absorbed, kept).size());
    }

    @Override
    public Set<UUID> merge(UUID absorbed, UUID kept, UUID by) {
        var roles = new LinkedHashSet<>(of("not " + SAME + " for update", absorbed, kept));
        roles.forEach(role -> give(role, absorbed, kept, by));
        return roles;
    }

    @Override
    public void undo(UUID absorbed, UUID kept, Set<UUID> moved, UUID by) {
        moved.forEach(role -> give(role, kept, absorbed, by));
    }

    private List<UUID> of(String condition, UUID absorbed, UUID kept) {
        return jdbc.sql("select p.id from participant p where p.person = :absorbed and p.left_at is null and "
                        + condition)
                .param("absorbed", absorbed)
                .param("kept", kept)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** A role that ended meanwhile is a past act of who had it. */
    private void give(UUID role, UUID from, UUID to, UUID by) {
        int given = jdbc.sql(
                        "update participant set person = :to where id = :id and person = :from and left_at is null")
                .param("to", to)
                .param("id", role)
                .param("from", from)
                .update();
        if (given == 1) {
            UUID expertise = jdbc.sql("select expertise from participant where id = ?")
                    .param(role)
                    .query(UUID.class)
                    .single();
            journal.append(Fact.of("participant.moved")
                    .by(by)
                    .about(expertise)
                    .detail("participant", role)
                    .detail("person", to));
        }
    }
}
