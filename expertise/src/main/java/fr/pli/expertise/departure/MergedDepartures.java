package fr.pli.expertise.departure;

import fr.pli.exchange.account.Merging;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Departures when accounts are merged (C-6): what the absorbed entry had declared is the kept account's, and who named it
 * as a successor names that account. From one's one account to one's other nobody departs, and one person leaves once:
 * such a declaration ends, for good.
 */
@Component
@Order(16)
class MergedDepartures implements Merging {

    private final DepartureTable table;
    private final Cancellation cancellation;
    private final DepartureNotices notices;
    private final Journal journal;

    MergedDepartures(DepartureTable table, Cancellation cancellation, DepartureNotices notices, Journal journal) {
        this.table = table;
        this.cancellation = cancellation;
        this.notices = notices;
        this.journal = journal;
    }

    @Override
    public String subject() {
        return "departures";
    }

    @Override
    public Outlook outlook(UUID absorbed, UUID kept) {
        var declared = table.naming(absorbed);
        int ends =
                (int) declared.stream().filter(one -> ends(one, absorbed, kept)).count();
        return new Outlook(declared.size() - ends, 0, ends);
    }

    @Override
    public Set<UUID> merge(UUID absorbed, UUID kept, UUID by) {
        var moved = new LinkedHashSet<UUID>();
        table.naming(absorbed).stream().filter(one -> ends(one, absorbed, kept)).forEach(one -> {
            cancellation.of(one, by);
            own(kept, absorbed).ifPresent(stands -> notices.changed(one, stands));
        });
        table.naming(absorbed).forEach(one -> {
            give(one, absorbed, kept, by);
            moved.add(one.id());
        });
        return moved;
    }

    @Override
    public void undo(UUID absorbed, UUID kept, Set<UUID> moved, UUID by) {
        table.naming(kept).stream()
                .filter(one -> moved.contains(one.id()))
                .forEach(one -> give(one, kept, absorbed, by));
    }

    private boolean ends(Departure one, UUID absorbed, UUID kept) {
        boolean leaves = one.person().equals(absorbed);
        boolean between = leaves ? kept.equals(one.successor()) : one.person().equals(kept);
        return between || leaves && own(kept, absorbed).isPresent();
    }

    /** What the kept account has declared, but for its hand-over to the entry that is absorbed. */
    private Optional<Departure> own(UUID kept, UUID absorbed) {
        return table.declared(kept).filter(one -> !absorbed.equals(one.successor()));
    }

    private void give(Departure departure, UUID from, UUID to, UUID by) {
        table.give(departure.id(), from, to);
        journal.append(Fact.of("departure.moved")
                .by(by)
                .about(to)
                .detail("departure", departure.id())
                .detail("from", from));
    }
}
