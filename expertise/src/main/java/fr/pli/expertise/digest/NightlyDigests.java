package fr.pli.expertise.digest;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Begins each night at 00:00 (Europe/Paris) with what the days before have left untold, then makes one digest for each
 * person (N-4). A run that is late, comes twice or on two nodes finds what is left to do: documents are marked with their
 * night once, and a person has one digest for each night.
 */
@Component
class NightlyDigests implements Sweep {

    static final String NAME = "digest.night";

    private final NightTable nights;
    private final Digests digests;
    private final Units units;
    private final Clock clock;

    NightlyDigests(NightTable nights, Digests digests, Units units, Clock clock) {
        this.nights = nights;
        this.digests = digests;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        LocalDate night = LocalDate.ofInstant(clock.instant(), Time.PARIS);
        units.run(() -> nights.begin(night, clock.instant()));
        List<UUID> people;
        do {
            people = nights.untold(night);
            people.forEach(person -> digests.make(person, night));
        } while (!people.isEmpty());
    }
}
