package fr.pli.expertise.dossier;

import fr.pli.expertise.dossier.Expertises.Change;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code expertise} and {@code expertise_change} where SQL says it best: making, listing, history. */
@Repository
class ExpertiseTable {

    /** So many of one name on one day are a mistake. */
    private static final int MOST_OF_A_NAME = 999;

    /** Whose card is listed from the beginning (M-4). */
    private static final List<String> FROM_THE_BEGINNING = Arrays.stream(Role.values())
            .filter(role -> !role.ofParty())
            .map(Role::name)
            .toList();

    /** Equal to {@link JpaExpertises#listed}; a test proves it. */
    private static final String LISTED = """
            from expertise e
            where (:state is null or e.state = :state)
              and e.id in (select p.expertise from participant p where p.person = :me and p.left_at is null)
              and (e.opened_at is not null
                   or e.id in (select p.expertise from participant p
                               where p.person = :me and p.left_at is null and p.role in (:early)))
            """;

    private final JdbcClient jdbc;

    ExpertiseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Under the first name that is free, as the unique key says: of two at once the second gets « (2) » (E-1). */
    void add(UUID id, ExpertiseName name, OrderCheck.Checked order, UUID expert, UUID by, Instant now) {
        for (int number = 1; number <= MOST_OF_A_NAME; number++) {
            if (insert(id, name.text(number), order, expert, by, now)) {
                return;
            }
        }
        throw new IllegalStateException(MOST_OF_A_NAME + " expertises of one name");
    }

    private boolean insert(UUID id, String name, OrderCheck.Checked order, UUID expert, UUID by, Instant now) {
        try {
            jdbc.sql("""
                    insert into expertise (id, version, name, title, expert, court, rg, mi, designated_on, decided_on,
                                           state, state_since, provision, provision_amount, provision_due, report_due,
                                           created_at, created_by)
                    values (:id, 0, :name, :title, :expert, :court, :rg, :mi, :designated, :decided,
                            'SETUP', :now, 'AWAITED', :amount, :due, :report, :now, :by)
                    """)
                    .param("id", id)
                    .param("name", name)
                    .param("title", order.title())
                    .param("expert", expert)
                    .param("court", order.court().code())
                    .param("rg", order.rg())
                    .param("mi", order.mi())
                    .param("designated", order.designatedOn())
                    .param("decided", order.decidedOn())
                    .param("amount", order.amount())
                    .param("due", order.due())
                    .param("report", order.reportDue())
                    .param("now", now)
                    .param("by", by)
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    List<UUID> listed(UUID person, @Nullable ExpertiseState state, @Nullable UUID after, int limit) {
        return jdbc.sql("select e.id " + LISTED
                        + " and (:after is null or e.id < :after) order by e.id desc limit :limit")
                .param("me", person)
                .param("early", FROM_THE_BEGINNING)
                .param("state", state == null ? null : state.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    Map<ExpertiseState, Integer> count(UUID person) {
        var counts = new HashMap<ExpertiseState, Integer>();
        jdbc.sql("select e.state, count(*) " + LISTED + " group by e.state")
                .param("me", person)
                .param("early", FROM_THE_BEGINNING)
                .param("state", null)
                .query((row, number) -> Map.entry(ExpertiseState.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return Map.copyOf(counts);
    }

    void changed(UUID id, UUID expertise, Change change) {
        jdbc.sql("""
                insert into expertise_change (id, expertise, from_state, to_state, changed_by, changed_at, reason)
                values (:id, :expertise, :from, :to, :by, :at, :reason)
                """)
                .param("id", id)
                .param("expertise", expertise)
                .param("from", change.from().name())
                .param("to", change.to().name())
                .param("by", change.by())
                .param("at", change.at())
                .param("reason", change.reason())
                .update();
    }

    List<Change> history(UUID expertise) {
        return jdbc.sql("select * from expertise_change where expertise = ? order by changed_at, id")
                .param(expertise)
                .query((row, number) -> new Change(
                        ExpertiseState.valueOf(row.getString("from_state")),
                        ExpertiseState.valueOf(row.getString("to_state")),
                        row.getObject("changed_by", UUID.class),
                        row.getObject("changed_at", Instant.class),
                        row.getString("reason")))
                .list();
    }
}
