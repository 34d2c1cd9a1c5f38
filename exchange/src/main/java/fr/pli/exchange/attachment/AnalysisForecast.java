package fr.pli.exchange.attachment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** When the verdict about a waiting file can be expected (DESIGN section 3), from the queue and the measured pace. */
@Service
public class AnalysisForecast {

    private final AnalysisRows rows;
    private final AnalysisPace pace;
    private final AnalysisSettings settings;
    private final ScannerState scanner;
    private final Clock clock;

    AnalysisForecast(
            AnalysisRows rows, AnalysisPace pace, AnalysisSettings settings, ScannerState scanner, Clock clock) {
        this.rows = rows;
        this.pace = pace;
        this.settings = settings;
        this.scanner = scanner;
        this.clock = clock;
    }

    /** Empty for small files, which do not wait, and while nobody can say because clamd is away. */
    public Optional<Instant> of(StoredFile file) {
        Instant since = file.waitingSince();
        if (file.state() != FileState.WAITING || since == null || file.length() <= settings.small() || away()) {
            return Optional.empty();
        }
        double ahead = rows.bytesBefore(since, settings.small()) / (double) settings.largeLanes();
        double seconds = 1 + (ahead + file.length()) / pace.bytesPerSecond();
        Instant expected = since.plus(Duration.ofSeconds((long) seconds));
        Instant now = clock.instant();
        return Optional.of(expected.isBefore(now) ? now.plusSeconds(1) : expected);
    }

    /** When the whole queue will be worked off, if nothing joins it; empty while nothing waits or clamd is away. */
    public Optional<Instant> ofAll() {
        long waiting = rows.bytesWaiting();
        if (waiting == 0 || away()) {
            return Optional.empty();
        }
        double seconds = 1 + waiting / (pace.bytesPerSecond() * settings.largeLanes());
        return Optional.of(clock.instant().plus(Duration.ofSeconds((long) seconds)));
    }

    private boolean away() {
        return scanner.last().map(seen -> !seen.usable()).orElse(false);
    }
}
