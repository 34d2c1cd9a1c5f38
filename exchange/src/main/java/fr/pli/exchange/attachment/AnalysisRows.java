package fr.pli.exchange.attachment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the analysis writes into and asks of the table {@code file}. Who comes second changes nothing. */
@Repository
class AnalysisRows {

    private final JdbcClient jdbc;

    AnalysisRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what is known of a waiting file, whether clamd answered or not. */
    void fingerprint(UUID id, String sha256, long crc32, String mediaType, byte[] manifest) {
        jdbc.sql("""
                        update file set sha256 = :sha256, crc32 = :crc32, media_type = :type, manifest = :manifest,
                               version = version + 1
                        where id = :id and state = 'WAITING'
                        """)
                .param("id", id)
                .param("sha256", sha256)
                .param("crc32", crc32)
                .param("type", mediaType)
                .param("manifest", manifest)
                .update();
    }

    void verdict(UUID id, Verdict verdict, boolean deliverable, Instant now) {
        jdbc.sql("""
                        update file set state = :state, reason = :reason, deliverable = :deliverable,
                               analysed_at = :now, version = version + 1
                        where id = :id and state = 'WAITING'
                        """)
                .param("id", id)
                .param("state", verdict.state().name())
                .param("reason", verdict.reason())
                .param("deliverable", deliverable)
                .param("now", now)
                .update();
        jdbc.sql("delete from analysis_failure where file = :id")
                .param("id", id)
                .update();
    }

    /** @return how many times clamd has failed on the file by now */
    int failed(UUID id, Instant now) {
        jdbc.sql("""
                        insert into analysis_failure (file, failures, last_at) values (:id, 1, :now)
                        on duplicate key update failures = failures + 1, last_at = :now
                        """).param("id", id).param("now", now).update();
        return jdbc.sql("select failures from analysis_failure where file = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Files that wait for their verdict, the longest waiting first. */
    List<UUID> waiting(int limit) {
        return jdbc.sql("select id from file where state = 'WAITING' order by waiting_since limit :limit")
                .param("limit", limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    long waitingCount() {
        return jdbc.sql("select count(*) from file where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    long bytesWaiting() {
        return jdbc.sql("select coalesce(sum(length), 0) from file where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    /** Bytes of files above that length that wait since before that instant. */
    long bytesBefore(Instant since, long above) {
        return jdbc.sql("""
                        select coalesce(sum(length), 0) from file
                        where state = 'WAITING' and waiting_since < :since and length > :above
                        """)
                .param("since", since)
                .param("above", above)
                .query(Long.class)
                .single();
    }

    List<UUID> infectedBefore(Instant instant, int limit) {
        return jdbc.sql("select id from file where state = 'INFECTED' and analysed_at < :instant limit :limit")
                .param("instant", instant)
                .param("limit", limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The names a file goes by in the messages that show it, for the mail to who sent it. */
    @Nullable
    String name(UUID id) {
        return jdbc.sql("select min(path) from attachment where file = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
