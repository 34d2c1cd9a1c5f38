package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks clamd how it is, and remembers since when it is so. */
@Component
class ScannerWatch implements Sweep, ScannerState {

    private final ClamdCheck check;
    private final JdbcClient jdbc;
    private final Clock clock;

    ScannerWatch(ClamdCheck check, JdbcClient jdbc, Clock clock) {
        this.check = check;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "attachment.scanner";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        try {
            ClamdVersion version = check.check().version();
            seen(null, version);
        } catch (ClamdTrouble trouble) {
            seen(trouble.kind().name().toLowerCase(Locale.ROOT), null);
        }
    }

    @Override
    public Optional<Seen> last() {
        return jdbc.sql("select trouble, changed_at, engine, official, signatures from scanner where id = 1")
                .query((row, number) -> new Seen(
                        row.getString("trouble"),
                        row.getObject("changed_at", Instant.class),
                        row.getString("engine"),
                        row.getBoolean("official"),
                        row.getObject("signatures", Instant.class)))
                .optional();
    }

    /** While it is away, what is known of its version and signatures stays. */
    private void seen(@Nullable String trouble, @Nullable ClamdVersion version) {
        jdbc.sql("""
                insert into scanner (id, trouble, changed_at, engine, official, signatures)
                values (1, :trouble, :now, :engine, :official, :signatures)
                on duplicate key update
                  changed_at = if((trouble is null) = (:trouble is null), changed_at, :now),
                  trouble = :trouble,
                  engine = coalesce(:engine, engine),
                  official = if(:trouble is null, :official, official),
                  signatures = if(:trouble is null, :signatures, signatures)
                """)
                .param("trouble", trouble)
                .param("now", clock.instant())
                .param("engine", version == null ? null : version.engine())
                .param("official", version != null && version.signatures() != null)
                .param("signatures", version == null ? null : version.from())
                .update();
    }
}
