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

    /** Empty when the file does not wait, or while nobody can say because clamd is away. */
    public Optional<Instant> of(StoredFile file) {
        Instant since = file.waitingSince();
        if (file.state() != FileState.WAITING || since == null || away()) {
            return Optional.empty();
        }
        boolean small = file.length() <= settings.small();
        long ahead = small
                ? rows.bytesBefore(since, 0, settings.small())
                : rows.bytesBefore(since, settings.small(), Long.MAX_VALUE);
        int lanes = small ? settings.smallLanes() : settings.largeLanes();
        double seconds = (ahead / (double) lanes + file.length()) / pace.bytesPerSecond();
        return Optional.of(clock.instant().plus(Duration.ofMillis((long) (seconds * 1000) + 1000)));
    }

    private boolean away() {
        return scanner.last().map(seen -> !seen.usable()).orElse(false);
    }
}
