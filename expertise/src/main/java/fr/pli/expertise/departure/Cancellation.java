package fr.pli.expertise.departure;

import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Tasks;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was declared does not happen: its row, its task and the journal, within the caller's unit. */
@Component("departureCancellation")
class Cancellation {

    private final DepartureTable table;
    private final Tasks tasks;
    private final Journal journal;
    private final Clock clock;

    Cancellation(DepartureTable table, Tasks tasks, Journal journal, Clock clock) {
        this.table = table;
        this.tasks = tasks;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param by null for the platform */
    void of(Departure declared, @Nullable UUID by) {
        table.cancel(declared.id(), clock.instant());
        tasks.cancel(DepartureNight.NAME, declared.id().toString());
        journal.append(Departures.fact("departure.cancelled", declared).by(by));
    }
}
