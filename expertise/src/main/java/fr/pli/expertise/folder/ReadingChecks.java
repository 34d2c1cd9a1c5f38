package fr.pli.expertise.folder;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the last comparison of counts and facts found (E-6): the table {@code reading_check}. */
@Repository
public class ReadingChecks {

    private final JdbcClient jdbc;

    ReadingChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty before the first one. */
    public Optional<Check> last() {
        return jdbc.sql("select ended_at, folders, readings from reading_check where id = 1")
                .query((row, number) -> new Check(
                        row.getObject("ended_at", Instant.class), row.getInt("folders"), row.getInt("readings")))
                .optional();
    }

    void ended(Check check) {
        jdbc.sql("""
                insert into reading_check (id, ended_at, folders, readings) values (1, :at, :folders, :readings)
                on duplicate key update ended_at = :at, folders = :folders, readings = :readings
                """)
                .param("at", check.at())
                .param("folders", check.folders())
                .param("readings", check.readings())
                .update();
    }

    /**
     * One comparison.
     *
     * @param folders that do not hold as many documents as they count
     * @param readings people beside folders who do not have as many documents as are counted
     */
    public record Check(Instant at, int folders, int readings) {

        /** Somebody must look for the fault. */
        public boolean wrong() {
            return folders + readings > 0;
        }

        boolean same(Check other) {
            return folders == other.folders && readings == other.readings;
        }
    }
}
