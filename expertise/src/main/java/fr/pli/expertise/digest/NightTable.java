package fr.pli.expertise.digest;

import fr.pli.exchange.platform.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which documents belong to which night, and who has still to be told of them. */
@Repository
class NightTable {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;

    NightTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Marks what was published before the night and never told: facts without a mark, not a window of time, so that a
     * late run misses nothing. Of two nodes the second finds the night begun.
     */
    void begin(LocalDate night, Instant now) {
        if (jdbc.sql("insert ignore into digest_night (night, begun_at, documents) values (?, ?, 0)")
                        .params(night, now)
                        .update()
                == 0) {
            return;
        }
        int marked = jdbc.sql("""
                update document set night = :night
                where night is null and status = 'PUBLISHED' and published_at < :midnight
                """)
                .param("night", night)
                .param("midnight", night.atStartOfDay(Time.PARIS).toInstant())
                .update();
        jdbc.sql("update digest_night set documents = ? where night = ?")
                .params(marked, night)
                .update();
    }

    /** Some of those who take part where something was marked and who have no digest of the night yet. */
    List<UUID> untold(LocalDate night) {
        return jdbc.sql("""
                select distinct p.person
                from (select distinct expertise from document where night = :night) d
                join participant p on p.expertise = d.expertise and p.left_at is null
                where not exists (select 1 from digest g where g.person = p.person and g.night = :night)
                limit :batch
                """)
                .param("night", night)
                .param("batch", BATCH)
                .query((row, number) -> row.getObject("person", UUID.class))
                .list();
    }
}
