package fr.pli.exchange.platform;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last run of a {@link Sweep}, for the state page (O-4).
 *
 * @param duration null while the run goes on, or when its node died
 * @param lastDone when a run last ended well
 * @param reason what went wrong, if it failed
 */
public record SweepRun(
        String name,
        Instant started,
        @Nullable Duration duration,
        Outcome outcome,
        @Nullable Instant lastDone,
        @Nullable String reason) {

    public enum Outcome {
        RUNNING,
        DONE,
        FAILED
    }
}
