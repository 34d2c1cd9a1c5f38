package fr.pli.exchange.delegation;

import fr.pli.exchange.account.Merging;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Delegations when accounts are merged (C-6): those that are open, given or received, are the kept account's, which sees
 * and revokes them; the other person is told, as of a new one. Between the two accounts there is nobody to delegate to, and
 * what the kept account has with the same person at the same time counts: such a one ends, for good.
 */
@Component
@Order(4)
class MergedDelegations implements Merging {

    private final DelegationTable table;
    private final DelegationLetters letters;
    private final Journal journal;
    private final Clock clock;

    MergedDelegations(DelegationTable table, DelegationLetters letters, Journal journal, Clock clock) {
        this.table = table;
        this.letters = letters;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "delegations";
    }

    @Override
    public Outlook outlook(UUID absorbed, UUID kept) {
        List<Delegation> open = open(absorbed);
        int ends = (int) open.stream().filter(ends(absorbed, kept)).count();
        return new Outlook(open.size() - ends, 0, ends);
    }

    @Override
    public Set<UUID> merge(UUID absorbed, UUID kept, UUID by) {
        Instant now = clock.instant();
        var moved = new LinkedHashSet<UUID>();
        var ending = open(absorbed).stream().collect(Collectors.partitioningBy(ends(absorbed, kept)));
        ending.getOrDefault(true, List.of()).forEach(one -> {
            table.end(one.id(), now);
            journal.append(Fact.of("delegation.ended")
                    .by(by)
                    .about(one.other(absorbed).id())
                    .detail("delegation", one.id()));
        });
        ending.getOrDefault(false, List.of()).forEach(one -> {
            give(one, absorbed, kept, by);
            moved.add(one.id());
        });
        return moved;
    }

    @Override
    public void undo(UUID absorbed, UUID kept, Set<UUID> moved, UUID by) {
        open(kept).stream().filter(one -> moved.contains(one.id())).forEach(one -> give(one, kept, absorbed, by));
    }

    private List<Delegation> open(UUID person) {
        return table.open(person, clock.instant());
    }

    private Predicate<Delegation> ends(UUID absorbed, UUID kept) {
        List<Delegation> own = open(kept);
        return one -> {
            UUID other = one.other(absorbed).id();
            boolean gives = one.giver().id().equals(absorbed);
            return other.equals(kept)
                    || own.stream()
                            .anyMatch(its -> its.other(kept).id().equals(other)
                                    && its.giver().id().equals(kept) == gives
                                    && its.overlaps(one.startsAt(), one.endsAt()));
        };
    }

    private void give(Delegation delegation, UUID from, UUID to, UUID by) {
        table.give(delegation.id(), from, to);
        journal.append(Fact.of("delegation.moved")
                .by(by)
                .about(delegation.other(from).id())
                .detail("delegation", delegation.id())
                .detail("from", from)
                .detail("to", to));
        letters.moved(table.find(delegation.id()).orElseThrow(), delegation.other(from));
    }
}
