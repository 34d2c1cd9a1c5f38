package fr.pli.expertise.departure;

import fr.pli.exchange.platform.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries a departure out at the midnight for which it was staged (T-2). A late run first carries out what was due
 * before: who has left on Monday has a successor who leaves on Tuesday. A second run, or another node's, finds it done.
 */
@Component
class DepartureNight implements Task {

    static final String NAME = "departure.effect";

    private final DepartureTable table;
    private final Succession succession;
    private final Clock clock;

    DepartureNight(DepartureTable table, Succession succession, Clock clock) {
        this.table = table;
        this.succession = succession;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable Instant run(String id) {
        Departure departure = table.find(UUID.fromString(id)).orElse(null);
        if (departure == null || departure.state() != Departure.State.DECLARED) {
            return null;
        }
        if (clock.instant().isBefore(departure.takesEffect())) {
            return departure.takesEffect();
        }
        table.declaredUpTo(departure.lastDay()).forEach(succession::carryOut);
        return null;
    }
}
