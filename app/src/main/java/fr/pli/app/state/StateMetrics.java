package fr.pli.app.state;

import fr.pli.exchange.attachment.StorageState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the state page shows, for Prometheus; what is not known is NaN. */
@Component
class StateMetrics implements MeterBinder {

    private final Overview overview;

    StateMetrics(Overview overview) {
        this.overview = overview;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "pli.analysis.waiting", "files waiting for their verdict", state -> state.analysis()
                .waiting());
        gauge(registry, "pli.analysis.waiting.bytes", "bytes waiting for their verdict", state -> state.analysis()
                .bytes());
        gauge(
                registry,
                "pli.analysis.oldest.seconds",
                "how long the first of them waits",
                state -> state.analysis().oldest() == null
                        ? 0
                        : age(state, state.analysis().oldest()));
        gauge(
                registry,
                "pli.scanner.up",
                "1 while clamd answers",
                state -> state.scanner().up() ? 1 : 0);
        gauge(
                registry,
                "pli.scanner.signatures.official",
                "0 while clamd has the test set alone",
                state -> state.scanner().official() ? 1 : 0);
        gauge(
                registry,
                "pli.scanner.signatures.age.seconds",
                "age of clamd's daily signatures",
                state -> age(state, state.scanner().signatures()));
        gauge(
                registry,
                "pli.storage.up",
                "1 while the store can be used",
                state -> state.storage().away() ? 0 : 1);
        gauge(
                registry,
                "pli.storage.free.bytes",
                "bytes that can still be stored",
                state -> state.storage().bounded() ? state.storage().free() : Double.NaN);
        gauge(registry, "pli.storage.lost", "recorded objects that are absent or altered", state -> compared(state)
                .map(last -> last.absent() + last.resized())
                .map(Long::doubleValue)
                .orElse(Double.NaN));
        gauge(registry, "pli.storage.spared", "objects no file knows, too many to be removed", state -> compared(state)
                .map(last -> (double) last.spared())
                .orElse(Double.NaN));
        gauge(registry, "pli.storage.growth.bytes", "bytes more per day, over seven days", state -> state.storage()
                .growth());
        lane(registry, "short", 0);
        lane(registry, "long", 1);
        gauge(
                registry,
                "pli.analysis.forecast.seconds",
                "time until all waiting files have their verdict, if nothing joins the queue",
                state -> state.analysis().forecast() == null
                        ? 0
                        : -age(state, state.analysis().forecast()));
        gauge(
                registry,
                "pli.storage.days",
                "days until uploads are refused, if growth goes on",
                state -> state.storage().daysLeft() == null
                        ? Double.POSITIVE_INFINITY
                        : state.storage().daysLeft());
        gauge(registry, "pli.sweeps.failed", "sweeps whose last run failed", state -> state.sweeps().stream()
                .filter(PlatformState.Repeated::failed)
                .count());
        gauge(registry, "pli.sweeps.late", "sweeps that should have run again", state -> state.sweeps().stream()
                .filter(PlatformState.Repeated::late)
                .count());
        gauge(registry, "pli.mail.returns.bound", "reports of non-delivery about our mails", state -> state.mails()
                .returned()
                .bound());
        gauge(registry, "pli.mail.returns.unknown", "other mails to the mailbox of reports", state -> state.mails()
                .returned()
                .unknown());
        gauge(registry, "pli.journal.pending", "events that have no number yet", state -> state.journal()
                .pending());
        gauge(
                registry,
                "pli.journal.whole",
                "1 while the last check of the journal found nothing",
                state -> state.journal().check() == null
                        ? Double.NaN
                        : state.journal().broken() ? 0 : 1);
        gauge(
                registry,
                "pli.journal.check.age.seconds",
                "time since the last check of the journal began",
                state -> state.journal().check() == null
                        ? Double.NaN
                        : age(state, state.journal().check().at()));
        gauge(
                registry,
                "pli.readings.wrong",
                "counts of documents of expertises that are not what the facts say",
                state -> state.readings() == null
                        ? Double.NaN
                        : state.readings().folders() + state.readings().readings());
        gauge(
                registry,
                "pli.certificate.seconds",
                "time left to the certificate that ends first",
                state -> state.certificates().stream()
                        .mapToDouble(certificate -> -age(state, certificate.end()))
                        .min()
                        .orElse(Double.NaN));
    }

    private void lane(MeterRegistry registry, String name, int index) {
        gauge(registry, "pli.tasks." + name + ".due", "works that should have begun", state -> state.lanes()
                .get(index)
                .due());
        gauge(registry, "pli.tasks." + name + ".running", "works under way", state -> state.lanes()
                .get(index)
                .running());
        gauge(registry, "pli.tasks." + name + ".failing", "works whose last attempt failed", state -> state.lanes()
                .get(index)
                .failing());
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<PlatformState> value) {
        Gauge.builder(name, overview, all -> value.applyAsDouble(all.now()))
                .description(description)
                .register(registry);
    }

    private static Optional<StorageState.Comparison> compared(PlatformState state) {
        return Optional.ofNullable(state.storage().compared());
    }

    private static double age(PlatformState state, @Nullable Instant since) {
        return since == null ? Double.NaN : Duration.between(since, state.at()).toSeconds();
    }
}
