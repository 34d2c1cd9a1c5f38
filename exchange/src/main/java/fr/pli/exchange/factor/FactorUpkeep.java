package fr.pli.exchange.factor;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets secrets that were shown to set an app up and never got their first code. */
@Component
class FactorUpkeep implements Sweep {

    private final FactorRows rows;
    private final Units units;
    private final Clock clock;

    FactorUpkeep(FactorRows rows, Units units, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "factor.upkeep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        units.run(() -> rows.forgetBegunBefore(clock.instant().minus(CodeApps.WAITS)));
    }
}
