package fr.pli.exchange.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The windows in which downloads are gathered into one mail. */
@Repository
class DownloadNoticeTable {

    private final JdbcClient jdbc;

    DownloadNoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a window or prolongs the one that is open. @return the open window, {@code fresh} if it is new */
    UUID open(UUID fresh, UUID message, UUID reader, UUID hand, Instant at) {
        jdbc.sql("""
            insert into download_notice (id, message, reader, hand, open, opened_at, last_at)
            values (:id, :message, :reader, :hand, true, :at, :at)
            on duplicate key update last_at = greatest(last_at, :at)
            """)
                .param("id", fresh)
                .param("message", message)
                .param("reader", reader)
                .param("hand", hand)
                .param("at", at)
                .update();
        return jdbc.sql("select id from download_notice where message = ? and reader = ? and hand = ? and open")
                .params(message, reader, hand)
                .query(UUID.class)
                .single();
    }

    void add(UUID notice, UUID file, Instant at) {
        jdbc.sql("insert ignore into download_notice_file (notice, file, at) values (?, ?, ?)")
                .params(notice, file, at)
                .update();
    }

    /** The window, if it is still open. */
    Optional<Window> lock(UUID id) {
        return jdbc.sql("select * from download_notice where id = ? and open for update")
                .param(id)
                .query((row, number) -> new Window(
                        id,
                        row.getObject("message", UUID.class),
                        row.getObject("reader", UUID.class),
                        row.getObject("hand", UUID.class),
                        row.getObject("opened_at", Instant.class),
                        row.getObject("last_at", Instant.class)))
                .optional();
    }

    Optional<Who> reader(UUID id) {
        return jdbc.sql("select reader, hand from download_notice where id = ?")
                .param(id)
                .query((row, number) -> new Who(row.getObject("reader", UUID.class), row.getObject("hand", UUID.class)))
                .optional();
    }

    /** @param hand who downloaded: the reader, unless a delegation was used */
    record Who(UUID reader, UUID hand) {}

    void close(UUID id, Instant at) {
        jdbc.sql("update download_notice set open = null, closed_at = ? where id = ?")
                .params(at, id)
                .update();
    }

    List<Downloaded> files(UUID notice) {
        return jdbc.sql("select file, at from download_notice_file where notice = ? order by at, file")
                .param(notice)
                .query((row, number) ->
                        new Downloaded(row.getObject("file", UUID.class), row.getObject("at", Instant.class)))
                .list();
    }

    /** @param hand who downloads: the reader, unless a delegation is used */
    record Window(UUID id, UUID message, UUID reader, UUID hand, Instant openedAt, Instant lastAt) {}

    record Downloaded(UUID file, Instant at) {}
}
