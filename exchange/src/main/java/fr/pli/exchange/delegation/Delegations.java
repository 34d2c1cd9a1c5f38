package fr.pli.exchange.delegation;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Gives, revokes and looks up delegations. The clock and the two people's state decide at each question, so that a
 * revocation, a suspension and the last day hold at once on every node. There is no chain: what is delegated is what is
 * one's own, and nobody acts for somebody else while they delegate.
 */
@Service
public class Delegations {

    private final DelegationTable table;
    private final Directory directory;
    private final Journal journal;
    private final DelegationLetters letters;
    private final DelegationSettings settings;
    private final Units units;
    private final Clock clock;

    Delegations(
            DelegationTable table,
            Directory directory,
            Journal journal,
            DelegationLetters letters,
            DelegationSettings settings,
            Units units,
            Clock clock) {
        this.table = table;
        this.directory = directory;
        this.journal = journal;
        this.letters = letters;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    /**
     * From midnight of the first day, or now, to the end of the last one, in the giver's zone.
     *
     * @param email of somebody whom the giver may write to and who is active
     * @param first null for today
     */
    public UUID give(Person giver, String email, boolean maySend, @Nullable LocalDate first, @Nullable LocalDate last) {
        return units.call(() -> {
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, giver.zone());
            LocalDate from = first == null ? today : first;
            if (last == null || from.isBefore(today) || last.isBefore(from)) {
                throw DelegationRefusal.DATES.with();
            }
            if (from.plusDays(settings.maxDays()).isBefore(last)) {
                throw DelegationRefusal.TOO_LONG.with(settings.maxDays());
            }
            Person holder = holder(giver, email);
            Instant start =
                    from.equals(today) ? now : from.atStartOfDay(giver.zone()).toInstant();
            Instant end = last.plusDays(1).atStartOfDay(giver.zone()).toInstant();
            table.lock(giver.id());
            if (table.overlaps(giver.id(), holder.id(), start, end)) {
                throw DelegationRefusal.ALREADY.with(holder.name());
            }
            UUID id = Ids.next(now);
            var delegation = new Delegation(id, giver, holder, maySend, start, end, now, null);
            table.add(delegation);
            journal.append(Fact.of("delegation.given")
                    .by(giver.id())
                    .about(holder.id())
                    .detail("delegation", id)
                    .detail("send", maySend)
                    .detail("from", start)
                    .detail("until", end));
            letters.given(delegation);
            return id;
        });
    }

    private Person holder(Person giver, String email) {
        Person holder = directory
                .findByEmail(email)
                .filter(found -> found.active() && !found.profile().functional())
                .filter(found -> found.id().equals(giver.id()) || directory.reachable(giver, found))
                .orElseThrow(() -> DelegationRefusal.HOLDER_UNKNOWN.with(email.strip()));
        if (holder.id().equals(giver.id())) {
            throw DelegationRefusal.HOLDER_SELF.with();
        }
        return holder;
    }

    /** Revoked by its giver or given up by its holder: over at once. Doing it again changes nothing. */
    public void end(Person by, UUID id) {
        units.run(() -> {
            Delegation delegation = table.find(id)
                    .filter(found -> found.giver().id().equals(by.id())
                            || found.holder().id().equals(by.id()))
                    .orElseThrow(DelegationRefusal.UNKNOWN::with);
            if (table.end(id, clock.instant())) {
                journal.append(Fact.of("delegation.ended")
                        .by(by.id())
                        .about(
                                by.id().equals(delegation.giver().id())
                                        ? delegation.holder().id()
                                        : delegation.giver().id())
                        .detail("delegation", id));
                letters.ended(delegation);
            }
        });
    }

    /** What somebody gave, newest first. */
    public List<Delegation> givenBy(Person giver) {
        return table.givenBy(giver.id());
    }

    /** What somebody holds and has not lost, whatever the dates. */
    public List<Delegation> heldBy(Person holder) {
        return table.heldBy(holder.id(), clock.instant()).stream()
                .filter(delegation -> delegation.giver().active())
                .toList();
    }

    /** For whom somebody may act right now. */
    public List<Delegation> running(Person holder) {
        Instant now = clock.instant();
        return heldBy(holder).stream()
                .filter(delegation -> delegation.state(now) == Delegation.State.RUNNING)
                .toList();
    }

    /** The delegations by which somebody may act right now for one of {@code givers}. */
    public List<Delegation> runningFor(Collection<UUID> givers) {
        return table.running(givers, clock.instant()).stream()
                .filter(delegation ->
                        delegation.giver().active() && delegation.holder().active())
                .toList();
    }

    /** The right of {@code holder} to act now for {@code giver}; sending wins where two delegations run. */
    public Optional<Acting> acting(Person holder, UUID giver) {
        return running(holder).stream()
                .filter(delegation -> delegation.giver().id().equals(giver)
                        && delegation.holder().active())
                .min(java.util.Comparator.comparing(delegation -> !delegation.maySend()))
                .map(delegation -> new Acting(delegation.holder(), delegation.giver(), delegation));
    }
}
