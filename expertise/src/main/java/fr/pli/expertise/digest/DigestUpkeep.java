package fr.pli.expertise.digest;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Forgets the digests that told nothing; the others say who was told what, and stay with the documents. */
@Component
class DigestUpkeep implements Sweep {

    private static final int BATCH = 1000;
    private static final int DAYS = 30;

    private final DigestTable table;
    private final Units units;
    private final Clock clock;

    DigestUpkeep(DigestTable table, Units units, Clock clock) {
        this.table = table;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "digest.upkeep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        LocalDate before = LocalDate.ofInstant(clock.instant(), Time.PARIS).minusDays(DAYS);
        int forgotten;
        do {
            forgotten = units.call(() -> table.forgetEmpty(before, BATCH));
        } while (forgotten == BATCH);
    }
}
