package fr.pli.exchange.certificate;

import fr.pli.exchange.platform.Refusal;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Presented certificates by what became of them, for Prometheus. */
@Component
class CardMetrics implements MeterBinder {

    private static final String ACCEPTED = "accepted";

    private final Map<String, AtomicLong> counts = Stream.concat(
                    Stream.of(ACCEPTED), Stream.of(CardRefusal.values()).map(CardRefusal::code))
            .collect(Collectors.toUnmodifiableMap(outcome -> outcome, outcome -> new AtomicLong()));

    void accepted() {
        count(ACCEPTED);
    }

    void refused(Refusal refusal) {
        count(refusal.code());
    }

    private void count(String outcome) {
        AtomicLong counter = counts.get(outcome);
        if (counter != null) {
            counter.incrementAndGet();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counts.forEach((outcome, count) -> FunctionCounter.builder("pli.card.checks", count, AtomicLong::get)
                .tag("outcome", outcome)
                .description("certificates presented at the card door")
                .register(registry));
    }
}
