package fr.pli.exchange.upload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code upload}. */
@Repository
class UploadRows {

    private final JdbcClient jdbc;

    UploadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID file, UUID owner, String metadata, Instant now) {
        jdbc.sql("""
                        insert into upload (file, owner, epoch, metadata, created_at, last_at)
                        values (:file, :owner, 0, :metadata, :now, :now)
                        """)
                .param("file", file)
                .param("owner", owner)
                .param("metadata", metadata)
                .param("now", now)
                .update();
    }

    /** Locks the row and makes every request begun before unable to record anything more. */
    Optional<Row> raiseEpoch(UUID file, UUID owner, Instant now) {
        int changed = jdbc.sql("""
                        update upload set epoch = epoch + 1, last_at = :now where file = :file and owner = :owner
                        """)
                .param("file", file)
                .param("owner", owner)
                .param("now", now)
                .update();
        return changed == 0
                ? Optional.empty()
                : jdbc.sql("select epoch, metadata, last_at from upload where file = :file")
                        .param("file", file)
                        .query((row, n) -> new Row(
                                row.getLong(1),
                                row.getString(2),
                                row.getTimestamp(3).toInstant()))
                        .optional();
    }

    /** Locks the row. @return whether no later request has begun */
    boolean current(UUID file, long epoch) {
        return jdbc.sql("select epoch from upload where file = :file for update")
                .param("file", file)
                .query(Long.class)
                .optional()
                .filter(now -> now == epoch)
                .isPresent();
    }

    List<UUID> untouchedSince(Instant limit, int most) {
        return jdbc.sql("""
                        select u.file from upload u join file f on f.id = u.file
                        where u.last_at < :limit and f.state = 'RECEIVING' order by u.last_at limit :most
                        """)
                .param("limit", limit)
                .param("most", most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Locks the row. @return whether it is still untouched since */
    boolean stillUntouched(UUID file, Instant limit) {
        return jdbc.sql("select 1 from upload where file = :file and last_at < :limit for update")
                .param("file", file)
                .param("limit", limit)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void remove(UUID file) {
        jdbc.sql("delete from upload where file = :file").param("file", file).update();
    }

    record Row(long epoch, String metadata, Instant lastAt) {}
}
