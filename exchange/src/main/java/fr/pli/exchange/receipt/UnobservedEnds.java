package fr.pli.exchange.receipt;

import fr.pli.exchange.platform.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Finds downloads whose last bytes were announced by a node that died before it could say how they went (U-11). */
@Component
class UnobservedEnds implements Sweep {

    /** Beyond the lease: a node that could not reach the database for a while is not dead yet. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Coverages coverages;
    private final Ledger ledger;
    private final Clock clock;

    UnobservedEnds(Coverages coverages, Ledger ledger, Clock clock) {
        this.coverages = coverages;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "receipt-unobserved";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant silence = clock.instant().minus(SILENCE);
        coverages.abandoned(silence, 1000).forEach(id -> ledger.unobserved(id, silence));
    }
}
