package fr.pli.exchange.attachment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How fast files are analysed here, as measured, for forecasts and metrics. */
@Component
final class AnalysisPace {

    /** Before anything was measured: clamd with a large signature set. */
    private static final double AT_FIRST = 12_000_000;
    /** Below this the cost of a beginning hides the rate. */
    private static final long TELLING = 1_000_000;

    private static final double WEIGHT_OF_NEWEST = 0.3;

    private final ObjectProvider<MeterRegistry> meters;
    private double bytesPerSecond = AT_FIRST;

    AnalysisPace(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters;
    }

    synchronized void measured(long bytes, Duration taken, Verdict verdict) {
        if (bytes >= TELLING && verdict.is(FileState.CLEAN)) {
            double rate = bytes / Math.max(0.001, taken.toMillis() / 1000.0);
            bytesPerSecond += WEIGHT_OF_NEWEST * (rate - bytesPerSecond);
        }
        meters.ifAvailable(registry -> {
            Timer.builder("pli.analysis")
                    .tag("verdict", verdict.state().name().toLowerCase(Locale.ROOT))
                    .description("time from the begin of an analysis to its verdict")
                    .register(registry)
                    .record(taken);
            Counter.builder("pli.analysis.bytes")
                    .baseUnit("bytes")
                    .description("bytes analysed")
                    .register(registry)
                    .increment(bytes);
        });
    }

    /** Bytes per second of one analysis. */
    synchronized double bytesPerSecond() {
        return bytesPerSecond;
    }
}
