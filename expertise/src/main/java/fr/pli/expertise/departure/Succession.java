package fr.pli.expertise.departure;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Entries;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonDeparted;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a departure does (T-2, T-3): the account becomes inactive, its roles in expertises end, and those of files that go
 * on pass to the successor, if there is one who is still there. One transaction; the departure's row decides who does it.
 */
@Component("departureSuccession")
class Succession {

    private final DepartureTable table;
    private final Cancellation cancellation;
    private final Handover handover;
    private final Directory directory;
    private final Entries entries;
    private final DepartureNotices notices;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Units units;
    private final Clock clock;

    Succession(
            DepartureTable table,
            Cancellation cancellation,
            Handover handover,
            Directory directory,
            Entries entries,
            DepartureNotices notices,
            Journal journal,
            ApplicationEventPublisher events,
            Units units,
            Clock clock) {
        this.table = table;
        this.cancellation = cancellation;
        this.handover = handover;
        this.directory = directory;
        this.entries = entries;
        this.notices = notices;
        this.journal = journal;
        this.events = events;
        this.units = units;
        this.clock = clock;
    }

    /** Harmless before its time, and when it was done already. */
    void carryOut(UUID id) {
        units.run(() -> table.find(id).ifPresent(found -> {
            table.hold(people(found));
            Departure departure = table.lock(id).orElseThrow();
            Instant now = clock.instant();
            if (departure.state() != Departure.State.DECLARED || now.isBefore(departure.takesEffect())) {
                return;
            }
            Person leaver = directory.find(departure.person()).orElseThrow();
            if (leaver.profile().justiceStaff()) {
                takeEffect(departure, heir(departure, leaver), now);
            } else {
                // an administrator gave them another profile meanwhile: there is no court to leave any more
                cancellation.of(departure, null);
            }
        }));
    }

    /**
     * An administrator ends the account of somebody of a court: their files need somebody, too. What they had declared
     * for a later day does not happen any more; what was due already, and whose job is late, happens as declared.
     */
    @EventListener
    void on(PersonDeparted departed) {
        Person leaver = directory.find(departed.person()).orElseThrow();
        if (departed.by() == null || !leaver.profile().justiceStaff()) {
            return;
        }
        Instant now = clock.instant();
        Departure declared = table.declared(leaver.id()).orElse(null);
        if (declared != null && !declared.changeable(now)) {
            return;
        }
        if (declared != null) {
            cancellation.of(declared, departed.by());
        }
        LocalDate today = LocalDate.ofInstant(now, Time.PARIS);
        var departure =
                new Departure(Ids.next(now), leaver.id(), today, null, null, Departure.State.EFFECTIVE, now, now, null);
        table.add(departure);
        ended(departure, null);
    }

    private void takeEffect(Departure departure, @Nullable Person heir, Instant now) {
        // the account first: nobody writes to it that its participations have ended
        entries.leave(departure.person());
        table.carriedOut(departure.id(), heir == null ? null : heir.id(), now);
        ended(departure, heir);
    }

    private void ended(Departure departure, @Nullable Person heir) {
        List<CourtFile> files = handover.end(departure, heir);
        UUID successor = heir == null ? null : heir.id();
        journal.append(Fact.of("departure.effective")
                .about(departure.person())
                .detail("departure", departure.id())
                .detail("successor", Objects.requireNonNullElse((Object) successor, "none"))
                .detail("files", files.size()));
        events.publishEvent(new StaffDeparted(departure.id(), departure.person(), successor));
        notices.effective(departure, heir, files);
    }

    /** A successor who is not there any more, or leaves at the same midnight, counts as none. */
    private @Nullable Person heir(Departure departure, Person leaver) {
        UUID successor = departure.successor();
        return successor == null || table.leaves(successor, departure.lastDay())
                ? null
                : directory
                        .find(successor)
                        .filter(found -> found.enters() && found.profile() == leaver.profile())
                        .orElse(null);
    }

    private static Set<UUID> people(Departure departure) {
        var people = new TreeSet<UUID>();
        people.add(departure.person());
        if (departure.successor() != null) {
            people.add(departure.successor());
        }
        return people;
    }
}
