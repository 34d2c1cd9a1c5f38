package fr.pli.expertise.statistics;

import fr.pli.exchange.message.AccessRule.Visible;
import fr.pli.expertise.rights.ExpertiseState;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the statistics count; documents are grouped by the hour, because months of Paris begin at an hour of UTC. */
@Repository
class CaseTables {

    /** An id that nothing has, where a list may not be empty. */
    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;

    CaseTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Course> courses(Collection<UUID> expertises) {
        if (expertises.isEmpty()) {
            return List.of();
        }
        var created = new LinkedHashMap<UUID, Instant>();
        var changes = new HashMap<UUID, List<Course.Change>>();
        jdbc.sql("""
                select e.id, e.created_at, c.to_state, c.changed_at
                from expertise e left join expertise_change c on c.expertise = e.id
                where e.id in (:expertises) order by e.id, c.changed_at, c.id
                """).param("expertises", expertises).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            created.put(id, row.getObject("created_at", Instant.class));
            String to = row.getString("to_state");
            if (to != null) {
                changes.computeIfAbsent(id, key -> new ArrayList<>())
                        .add(new Course.Change(ExpertiseState.valueOf(to), row.getObject("changed_at", Instant.class)));
            }
        });
        return created.entrySet().stream()
                .map(entry -> new Course(entry.getValue(), changes.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    List<UUID> folders(Collection<UUID> expertises) {
        return expertises.isEmpty()
                ? List.of()
                : jdbc.sql("select id from folder where expertise in (:expertises) and documents > 0")
                        .param("expertises", expertises)
                        .query((row, number) -> row.getObject("id", UUID.class))
                        .list();
    }

    /** What was published since then and may be seen. */
    Map<YearMonth, Published> published(Visible visible, UUID reader, Instant from) {
        var months = new HashMap<YearMonth, Published>();
        jdbc.sql("""
                select min(d.published_at) as at, count(*) as documents, sum(d.depositor = :reader) as own,
                       sum(d.length) as bytes
                from document d
                where d.status = 'PUBLISHED' and d.published_at >= :from
                  and (d.folder in (:folders) or d.file in (:files))
                group by timestampdiff(hour, '1970-01-01 00:00:00', d.published_at)
                """)
                .param("reader", reader)
                .param("from", from)
                .param("folders", some(visible.origins()))
                .param("files", some(visible.files()))
                .query(row -> {
                    var hour = new Published(row.getLong("documents"), row.getLong("own"), row.getLong("bytes"));
                    months.merge(Courses.month(row.getObject("at", Instant.class)), hour, Published::plus);
                });
        return months;
    }

    private static Collection<UUID> some(Set<UUID> ids) {
        return ids.isEmpty() ? List.of(NOTHING) : ids;
    }

    /** @param own deposited by the reader */
    record Published(long documents, long own, long bytes) {

        static final Published NOTHING = new Published(0, 0, 0);

        Published plus(Published other) {
            return new Published(documents + other.documents, own + other.own, bytes + other.bytes);
        }
    }
}
