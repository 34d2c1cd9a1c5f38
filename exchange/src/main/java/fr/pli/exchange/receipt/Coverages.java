package fr.pli.exchange.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code coverage}. What is changed was read under its lock, in one unit of work. */
@Repository
class Coverages {

    private final JdbcClient jdbc;

    Coverages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether the row is new; of two that begin at once, one makes it */
    boolean add(Coverage coverage) {
        return jdbc.sql("""
            insert ignore into coverage
              (file, message, reader, acting_for, length, spans, ending, bytes, started_at, last_at, active_until)
            values (:file, :message, :reader, :actingFor, :length, :spans, :ending, 0, :now, :now, :active)
            """)
                        .param("file", coverage.id().file())
                        .param("message", coverage.id().message())
                        .param("reader", coverage.id().reader())
                        .param("actingFor", coverage.id().actingFor())
                        .param("length", coverage.length())
                        .param("spans", coverage.spans().toString())
                        .param("ending", coverage.ending().toString())
                        .param("now", coverage.startedAt())
                        .param("active", coverage.activeUntil())
                        .update()
                == 1;
    }

    Optional<Coverage> find(CoverageId id) {
        return one("select * from coverage where file = ? and message = ? and reader = ? and acting_for = ?", id);
    }

    Optional<Coverage> lock(CoverageId id) {
        return one(
                "select * from coverage where file = ? and message = ? and reader = ? and acting_for = ? for update",
                id);
    }

    private Optional<Coverage> one(String sql, CoverageId id) {
        return jdbc.sql(sql)
                .params(id.file(), id.message(), id.reader(), id.actingFor())
                .query(Coverages::row)
                .optional();
    }

    List<Coverage> of(UUID message) {
        return jdbc.sql("select * from coverage where message = ? order by file, reader, acting_for")
                .param(message)
                .query(Coverages::row)
                .list();
    }

    boolean active(UUID message, UUID reader, Instant now) {
        return jdbc.sql("""
            select exists (select 1 from coverage
              where message = ? and acting_for = ? and complete_at is null and active_until > ?)
            """).params(message, reader, now).query(Boolean.class).single();
    }

    /** Cells whose last bytes were announced by a node that has not been heard of since {@code silence}. */
    List<CoverageId> abandoned(Instant silence, int limit) {
        return jdbc.sql("""
            select file, message, reader, acting_for from coverage
            where ending_at is not null and unobserved_at is null and active_until < ?
            order by ending_at limit ?
            """).params(silence, limit).query(Coverages::id).list();
    }

    void save(Coverage coverage) {
        jdbc.sql("""
            update coverage set spans = :spans, ending = :ending, bytes = :bytes, last_at = :lastAt,
              complete_at = :completeAt, confirmed_at = :confirmedAt, ending_at = :endingAt,
              unobserved_at = :unobservedAt, progress_at = :progressAt, active_until = :activeUntil
            where file = :file and message = :message and reader = :reader and acting_for = :actingFor
            """)
                .param("spans", coverage.spans().toString())
                .param("ending", coverage.ending().toString())
                .param("bytes", coverage.bytes())
                .param("lastAt", coverage.lastAt())
                .param("completeAt", coverage.completeAt())
                .param("confirmedAt", coverage.confirmedAt())
                .param("endingAt", coverage.endingAt())
                .param("unobservedAt", coverage.unobservedAt())
                .param("progressAt", coverage.progressAt())
                .param("activeUntil", coverage.activeUntil())
                .param("file", coverage.id().file())
                .param("message", coverage.id().message())
                .param("reader", coverage.id().reader())
                .param("actingFor", coverage.id().actingFor())
                .update();
    }

    private static Coverage row(ResultSet row, int number) throws SQLException {
        return new Coverage(
                id(row, number),
                row.getLong("length"),
                Spans.parse(row.getString("spans")),
                Spans.parse(row.getString("ending")),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                instant(row, "complete_at"),
                instant(row, "confirmed_at"),
                instant(row, "ending_at"),
                instant(row, "unobserved_at"),
                instant(row, "progress_at"),
                row.getTimestamp("active_until").toInstant());
    }

    private static CoverageId id(ResultSet row, int number) throws SQLException {
        return new CoverageId(
                row.getObject("file", UUID.class),
                row.getObject("message", UUID.class),
                row.getObject("reader", UUID.class),
                row.getObject("acting_for", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
