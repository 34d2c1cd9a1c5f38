package fr.pli.app.state;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.SweepRun;
import fr.pli.exchange.platform.SweepRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every repeated work this product has, with its last run on any node. */
@Component
class RepeatedWork {

    /** How many times its pause a work may be overdue before somebody is told; a long run counts as pause too. */
    private static final int PATIENCE = 3;

    private static final Duration SHORTEST = Duration.ofMinutes(5);

    private final ObjectProvider<Sweep> sweeps;
    private final SweepRuns runs;

    RepeatedWork(ObjectProvider<Sweep> sweeps, SweepRuns runs) {
        this.sweeps = sweeps;
        this.runs = runs;
    }

    Collection<String> names() {
        return sweeps.stream().map(Sweep::name).toList();
    }

    List<PlatformState.Repeated> all(Instant now) {
        Map<String, SweepRun> last = runs.all().stream().collect(Collectors.toMap(SweepRun::name, Function.identity()));
        return sweeps.stream()
                .sorted(Comparator.comparing(Sweep::name))
                .map(sweep -> repeated(sweep, last.get(sweep.name()), now))
                .toList();
    }

    private static PlatformState.Repeated repeated(
            Sweep sweep, @org.jspecify.annotations.Nullable SweepRun last, Instant now) {
        Duration patience = sweep.every().multipliedBy(PATIENCE).plus(SHORTEST);
        boolean late = last != null && last.started().plus(patience).isBefore(now);
        return new PlatformState.Repeated(sweep.name(), last, late);
    }
}
