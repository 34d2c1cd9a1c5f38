package fr.pli.exchange.merge;

import fr.pli.exchange.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of merges, their reports and what moved. */
@Component
class MergeRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    MergeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID add(UUID request, UUID kept, UUID absorbed, UUID by) {
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        jdbc.sql("""
                        insert into account_merge (id, request, kept, absorbed, merged_at, merged_by)
                        values (:id, :request, :kept, :absorbed, :now, :by)
                        """)
                .param("id", id)
                .param("request", request)
                .param("kept", kept)
                .param("absorbed", absorbed)
                .param("now", now)
                .param("by", by)
                .update();
        return id;
    }

    void part(UUID merge, Merge.Part part, Set<UUID> moved) {
        jdbc.sql("insert into account_merge_part (merge, subject, moves, conflicts, ends) values (?, ?, ?, ?, ?)")
                .params(merge, part.subject(), part.moves(), part.conflicts(), part.ends())
                .update();
        moved.forEach(thing -> jdbc.sql("insert into account_merge_move (merge, subject, thing) values (?, ?, ?)")
                .params(merge, part.subject(), thing)
                .update());
    }

    Set<UUID> moved(UUID merge, String subject) {
        return new HashSet<>(jdbc.sql("select thing from account_merge_move where merge = ? and subject = ?")
                .params(merge, subject)
                .query(UUID.class)
                .list());
    }

    Optional<Merge> of(UUID request) {
        List<Merge.Part> parts = jdbc.sql("""
                        select p.subject, p.moves, p.conflicts, p.ends from account_merge_part p
                        join account_merge m on m.id = p.merge where m.request = ? order by p.subject
                        """)
                .param(request)
                .query((row, number) -> new Merge.Part(
                        row.getString("subject"), row.getInt("moves"), row.getInt("conflicts"), row.getInt("ends")))
                .list();
        return jdbc.sql(
                        "select id, kept, absorbed, merged_at, merged_by, undone_at from account_merge where request = ?")
                .param(request)
                .query((row, number) -> new Merge(
                        row.getObject("id", UUID.class),
                        row.getObject("kept", UUID.class),
                        row.getObject("absorbed", UUID.class),
                        row.getTimestamp("merged_at").toInstant(),
                        row.getObject("merged_by", UUID.class),
                        row.getTimestamp("undone_at") == null
                                ? null
                                : row.getTimestamp("undone_at").toInstant(),
                        parts))
                .optional();
    }

    /** @return whether it stood and its window was open: of two operators one undoes it */
    boolean undo(UUID merge, UUID by, Duration window) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update account_merge set undone_at = :now, undone_by = :by
                        where id = :id and undone_at is null and merged_at > :since
                        """)
                        .param("now", now)
                        .param("by", by)
                        .param("id", merge)
                        .param("since", now.minus(window))
                        .update()
                == 1;
    }
}
