package fr.pli.exchange.attachment;

import fr.pli.exchange.account.Administrators;
import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that no file waits for nothing (U-6): every waiting file has its task, all begin at once when clamd is
 * back, and administrators are told, once, when it stays away. Infected files are erased when their time in quarantine
 * is over.
 */
@Component
final class AnalysisSweep implements Sweep {

    private static final int AT_ONCE = 1000;

    private final AnalysisRows rows;
    private final ScannerState scanner;
    private final ClamdPresence clamd;
    private final StoredFiles files;
    private final Administrators administrators;
    private final Tasks tasks;
    private final AnalysisSettings settings;
    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;
    private boolean away;

    AnalysisSweep(
            AnalysisRows rows,
            ScannerState scanner,
            ClamdPresence clamd,
            StoredFiles files,
            Administrators administrators,
            Tasks tasks,
            AnalysisSettings settings,
            JdbcClient jdbc,
            Units units,
            Clock clock) {
        this.rows = rows;
        this.scanner = scanner;
        this.clamd = clamd;
        this.files = files;
        this.administrators = administrators;
        this.tasks = tasks;
        this.settings = settings;
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "attachment.analysis";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        boolean usable = scanner.last().map(ScannerState.Seen::usable).orElse(true);
        boolean back = usable && away;
        away = !usable;
        if (back) {
            clamd.limitsNow();
        }
        units.run(() -> rows.waiting(AT_ONCE).forEach(id -> stage(id, back)));
        if (!usable) {
            units.run(this::alarm);
        }
        Instant over = clock.instant().minus(settings.quarantine());
        rows.infectedBefore(over, AT_ONCE).forEach(id -> units.run(() -> files.erase(id)));
    }

    private void stage(UUID file, boolean atOnce) {
        if (atOnce) {
            tasks.restage(AnalysisTask.NAME, file.toString(), clock.instant());
        } else {
            tasks.stage(AnalysisTask.NAME, file.toString(), clock.instant());
        }
    }

    /** Whoever sets the mark tells the administrators; it holds until clamd was back. */
    private void alarm() {
        Instant now = clock.instant();
        boolean first = jdbc.sql("""
                        update scanner set told_at = :now
                        where id = 1 and trouble is not null and changed_at <= :limit
                          and (told_at is null or told_at < changed_at)
                        """)
                        .param("now", now)
                        .param("limit", now.minus(settings.alarmAfter()))
                        .update()
                == 1;
        if (first) {
            administrators.mail(ScannerMailView.TEMPLATE, Map.of("since", now.toString()));
        }
    }
}
