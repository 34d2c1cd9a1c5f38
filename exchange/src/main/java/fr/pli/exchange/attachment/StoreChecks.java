package fr.pli.exchange.attachment;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code store_check} and {@code store_finding}. */
@Repository
class StoreChecks {

    private final JdbcClient jdbc;

    StoreChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StorageState.Comparison> last() {
        return jdbc.sql("""
                        select ended_at, objects, recorded, removed, spared,
                          (select count(*) from store_finding where what = 'absent') absent,
                          (select count(*) from store_finding where what = 'size') resized
                        from store_check where id = 1
                        """)
                .query((row, number) -> new StorageState.Comparison(
                        row.getObject("ended_at", Instant.class),
                        row.getLong("objects"),
                        row.getLong("recorded"),
                        row.getLong("removed"),
                        row.getLong("spared"),
                        row.getLong("absent"),
                        row.getLong("resized")))
                .optional();
    }

    void ended(Instant now, long objects, long recorded, long removed, long spared) {
        jdbc.sql("""
                insert into store_check (id, ended_at, objects, recorded, removed, spared)
                values (1, :now, :objects, :recorded, :removed, :spared)
                on duplicate key update ended_at = :now, objects = :objects, recorded = :recorded,
                  removed = :removed, spared = :spared
                """)
                .param("now", now)
                .param("objects", objects)
                .param("recorded", recorded)
                .param("removed", removed)
                .param("spared", spared)
                .update();
    }

    /** @return whether this was not known before */
    boolean found(ObjectName object, String what, Instant now) {
        return jdbc.sql("""
                        insert ignore into store_finding (object_name, what, found_at) values (:object, :what, :now)
                        """)
                        .param("object", object.toString())
                        .param("what", what)
                        .param("now", now)
                        .update()
                == 1;
    }

    /** Forgets findings whose object is as recorded again, or which no row names any more. */
    void forget(Collection<String> sound) {
        if (!sound.isEmpty()) {
            jdbc.sql("delete from store_finding where object_name in (:sound)")
                    .param("sound", sound)
                    .update();
        }
    }

    void forgetErased() {
        jdbc.sql("delete from store_finding where object_name not in (select object_name from extent)")
                .update();
    }

    Set<String> findings() {
        return Set.copyOf(jdbc.sql("select object_name from store_finding")
                .query(String.class)
                .list());
    }
}
