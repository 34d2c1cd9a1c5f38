package fr.pli.exchange.journal;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Each minute tells the number of repeated facts and erases source addresses whose time is over. */
@Component
class JournalUpkeep implements Sweep {

    private static final int BATCH = 1000;

    private final NoisyFacts noisy;
    private final Journal journal;
    private final Identities identities;
    private final Units units;
    private final JournalSettings settings;
    private final Clock clock;

    JournalUpkeep(
            NoisyFacts noisy,
            Journal journal,
            Identities identities,
            Units units,
            JournalSettings settings,
            Clock clock) {
        this.noisy = noisy;
        this.journal = journal;
        this.identities = identities;
        this.units = units;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "journal.upkeep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        for (byte[] digest : noisy.over()) {
            units.run(() -> noisy.close(digest, (fact, count) -> journal.append(fact.detail("repeated", count))));
        }
        Instant before = clock.instant()
                .atZone(ZoneOffset.UTC)
                .minus(settings.sourceRetention())
                .toInstant();
        int erased;
        do {
            erased = units.call(() -> identities.eraseSources(before, BATCH));
        } while (erased == BATCH);
    }
}
