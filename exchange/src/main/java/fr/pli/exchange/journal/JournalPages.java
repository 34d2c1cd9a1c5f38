package fr.pli.exchange.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the journal, newest first, page by page. Whoever calls answers for the reader being allowed to see it.
 * Ids of events begin with their time, so a span of time is a span of ids and every page is a short index range.
 */
@Component
public class JournalPages {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    JournalPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after last id of the page before, null for the first page */
    public List<Entry> read(JournalQuery query, @Nullable UUID after, int limit) {
        return jdbc.sql(query.person() == null ? ANY : PERSON)
                .param("from", query.from() == null ? FIRST : lowest(query.from()))
                .param("to", query.to() == null ? LAST : lowest(query.to()))
                .param("after", after == null ? LAST : after)
                .param("kind", query.kind())
                .param("message", query.message())
                .param("person", query.person())
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    /** Kinds that occur, for the choice of a filter. */
    public List<String> kinds() {
        return jdbc.sql("select distinct kind from event order by kind")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** How many committed events have no number yet; more than a few seconds' worth means that numbering stands still. */
    public long pending() {
        return jdbc.sql("select count(*) from event_pending").query(Long.class).single();
    }

    private static final String ENTRY = """
            select e.*, j.seq, s.value as source_address
            from (%s) found
            join event e on e.id = found.id
            left join journal j on j.event_id = e.id
            left join journal_identity s on s.ref = e.source
            order by e.id desc
            """;
    private static final String RANGE = """
            e.id >= :from and e.id < :to and e.id < :after
            and (:kind is null or e.kind = :kind) and (:message is null or e.message = :message)
            order by e.id desc limit :limit
            """;
    private static final String ANY = ENTRY.formatted("select e.id from event e where " + RANGE);
    private static final String PERSON = ENTRY.formatted("""
            select id from (
              (select e.id from event e where e.actor = :person and %1$s)
              union (select e.id from event e where e.acting_for = :person and %1$s)
              union (select e.id from event e where e.subject = :person and %1$s)) each_role
            order by id desc limit :limit
            """.formatted(RANGE));

    private static UUID lowest(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16 | 0x7000L, Long.MIN_VALUE);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("seq", Long.class),
                row.getObject("at", Instant.class),
                kind,
                row.getObject("actor", UUID.class),
                row.getObject("acting_for", UUID.class),
                row.getObject("message", UUID.class),
                row.getObject("file", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("fingerprint"),
                row.getObject("size", Long.class),
                row.getString("source_address"),
                Details.read(row.getString("details")),
                "journal.kind." + kind);
    }
}
