package fr.pli.exchange.journal;

import fr.pli.exchange.platform.OfUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a unit of work has appended to the journal: written when all is done, before the commit and within it, so that a
 * fact and what it tells are kept together or not at all.
 */
final class Unwritten implements TransactionSynchronization {

    private final EventTable events;
    private final List<EventTable.Row> rows = new ArrayList<>();
    private boolean written;

    private Unwritten(EventTable events) {
        this.events = events;
    }

    /** Of the unit of this thread. */
    static Unwritten of(EventTable events) {
        return OfUnit.get(events, () -> {
            var made = new Unwritten(events);
            TransactionSynchronizationManager.registerSynchronization(made);
            return made;
        });
    }

    void add(List<EventTable.Row> more) {
        if (written) {
            events.add(more);
        } else {
            rows.addAll(more);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        events.add(rows);
    }
}
