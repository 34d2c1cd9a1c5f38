package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Units;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Analyses one file (U-5). While clamd is away the file keeps waiting and comes again, after 5 seconds at first, at
 * last every 45 (U-6); its fingerprint is made meanwhile, once.
 */
@Component
final class AnalysisTask implements Task {

    static final String NAME = SealedReception.ANALYSIS;

    private static final Logger log = LoggerFactory.getLogger(AnalysisTask.class);
    private static final Duration NO_PLACE = Duration.ofSeconds(1);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private final StoredFiles files;
    private final AnalysisPass pass;
    private final AnalysisVerdicts verdicts;
    private final AnalysisRows rows;
    private final AnalysisLanes lanes;
    private final AnalysisPace pace;
    private final ClamdPresence clamd;
    private final AnalysisSettings settings;
    private final Units units;
    private final Clock clock;

    AnalysisTask(
            StoredFiles files,
            AnalysisPass pass,
            AnalysisVerdicts verdicts,
            AnalysisRows rows,
            AnalysisLanes lanes,
            AnalysisPace pace,
            ClamdPresence clamd,
            AnalysisSettings settings,
            Units units,
            Clock clock) {
        this.files = files;
        this.pass = pass;
        this.verdicts = verdicts;
        this.rows = rows;
        this.lanes = lanes;
        this.pace = pace;
        this.clamd = clamd;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lane lane() {
        return Lane.LONG;
    }

    @Override
    public @Nullable Instant run(String id) {
        StoredFile file = files.find(UUID.fromString(id)).orElse(null);
        if (file == null || file.state() != FileState.WAITING) {
            return null;
        }
        Optional<ClamdLimits> limits = clamd.limits();
        if (limits.isEmpty() && file.sha256() != null) {
            return later(file);
        }
        Optional<AnalysisLanes.Place> place = lanes.enter(file.length());
        if (place.isEmpty()) {
            return clock.instant().plus(NO_PLACE);
        }
        try (var taken = place.get()) {
            return analyse(file, limits.orElse(null), taken.part());
        }
    }

    private @Nullable Instant analyse(StoredFile file, @Nullable ClamdLimits limits, AnalysisShare.Part part) {
        long begin = System.nanoTime();
        AnalysisFindings findings;
        try (Content content = files.open(file.id())) {
            findings = pass.read(content, limits, part);
        } catch (AnalysisShare.BusyException busy) {
            return clock.instant().plus(NO_PLACE);
        } catch (BrokenFile broken) {
            verdicts.record(file.id(), Verdict.of(Verdict.Broken.UNREADABLE));
            return null;
        } catch (IOException storeAway) {
            log.warn("File {} waits: its bytes cannot be read now ({})", file.id(), storeAway.getMessage());
            return later(file);
        }
        verdicts.record(file.id(), findings);
        if (findings.verdict() != null) {
            pace.measured(file.length(), Duration.ofNanos(System.nanoTime() - begin), findings.verdict());
            return null;
        }
        return troubled(file, findings.trouble()) ? null : later(file);
    }

    /** @return whether clamd fails on this very file, again and again, so that waiting has no sense */
    private boolean troubled(StoredFile file, @Nullable ClamdTrouble trouble) {
        if (trouble == null) {
            return false;
        }
        log.warn("File {} waits: clamd did not answer ({})", file.id(), trouble.getMessage());
        if (clamd.limitsNow().isEmpty()
                || units.call(() -> rows.failed(file.id(), clock.instant())) < settings.attempts()) {
            return false;
        }
        verdicts.record(file.id(), Verdict.of(Unscannable.SCANNER_FAILED));
        return true;
    }

    private Instant later(StoredFile file) {
        Instant now = clock.instant();
        Instant since = file.waitingSince() == null ? now : file.waitingSince();
        Duration wait = Duration.between(since, now).dividedBy(4);
        return now.plus(wait.compareTo(FIRST) < 0 ? FIRST : wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
}
