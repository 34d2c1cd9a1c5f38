package fr.pli.expertise.departure;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * « Déclarer mon départ ou ma mutation »: declared, changed and cancelled by oneself until the declared day is over in
 * Paris (T-1). What happens then is {@link Succession}'s.
 */
@Service
public class Departures {

    private final DepartureTable table;
    private final Cancellation cancellation;
    private final DepartureNotices notices;
    private final Directory directory;
    private final Journal journal;
    private final Tasks tasks;
    private final Units units;
    private final Clock clock;

    Departures(
            DepartureTable table,
            Cancellation cancellation,
            DepartureNotices notices,
            Directory directory,
            Journal journal,
            Tasks tasks,
            Units units,
            Clock clock) {
        this.table = table;
        this.cancellation = cancellation;
        this.notices = notices;
        this.directory = directory;
        this.journal = journal;
        this.tasks = tasks;
        this.units = units;
        this.clock = clock;
    }

    /** Refuses everybody but magistrats and greffiers. */
    public static void staffOnly(Person person) {
        if (!person.profile().justiceStaff()) {
            throw DepartureRefusal.STAFF_ONLY.with();
        }
    }

    /** What {@code me} has declared; empty where nothing is, or it was carried out or cancelled. */
    public Optional<Departure> of(Person me) {
        staffOnly(me);
        return table.declared(me.id());
    }

    public Optional<Departure> find(UUID id) {
        return table.find(id);
    }

    /** Declares, or changes what was declared before. */
    public Departure declare(Person me, Declaration typed) {
        staffOnly(me);
        return units.call(() -> {
            table.hold(Set.of(me.id()));
            Instant now = clock.instant();
            LocalDate day = typed.day(LocalDate.ofInstant(now, Time.PARIS));
            UUID successor = successor(me, typed.successor(), day);
            Optional<Departure> before = table.declared(me.id());
            return before.isPresent()
                    ? change(before.get(), day, successor, typed.why(), now)
                    : begin(me, day, successor, typed.why(), now);
        });
    }

    private Departure begin(
            Person me, LocalDate day, @Nullable UUID successor, Departure.@Nullable Cause cause, Instant now) {
        UUID id = Ids.next(now);
        var departure = new Departure(id, me.id(), day, successor, cause, Departure.State.DECLARED, now, null, null);
        table.add(departure);
        tasks.stage(DepartureNight.NAME, id.toString(), departure.takesEffect());
        journal.append(fact("departure.declared", departure));
        notices.declared(departure);
        return departure;
    }

    private Departure change(
            Departure before, LocalDate day, @Nullable UUID successor, Departure.@Nullable Cause cause, Instant now) {
        if (!before.changeable(now)) {
            throw DepartureRefusal.TOO_LATE.with();
        }
        table.change(before.id(), day, successor, cause, now);
        Departure after = table.find(before.id()).orElseThrow();
        if (!after.equals(before)) {
            tasks.restage(DepartureNight.NAME, after.id().toString(), after.takesEffect());
            journal.append(fact("departure.changed", after));
            notices.changed(before, after);
        }
        return after;
    }

    /** « Annuler mon départ ». */
    public void cancel(Person me) {
        staffOnly(me);
        units.run(() -> {
            table.hold(Set.of(me.id()));
            Departure before = table.declared(me.id()).orElseThrow(DepartureRefusal.NOTHING_DECLARED::with);
            if (!before.changeable(clock.instant())) {
                throw DepartureRefusal.TOO_LATE.with();
            }
            cancellation.of(before, me.id());
            notices.cancelled(before);
        });
    }

    /** An active agent of the same profile, who stays longer. */
    private @Nullable UUID successor(Person me, @Nullable String typed, LocalDate day) {
        String address = typed == null ? "" : typed.strip();
        if (address.isEmpty()) {
            return null;
        }
        Person successor = directory
                .findByEmail(address)
                .filter(found -> found.active() && found.profile() == me.profile())
                .orElseThrow(() -> DepartureRefusal.SUCCESSOR_UNKNOWN.with(address));
        if (successor.id().equals(me.id())) {
            throw DepartureRefusal.SUCCESSOR_ONESELF.with();
        }
        if (table.leaves(successor.id(), day)) {
            throw DepartureRefusal.SUCCESSOR_LEAVES.with(successor.name());
        }
        return successor.id();
    }

    static Fact fact(String kind, Departure departure) {
        return Fact.of(kind)
                .by(departure.person())
                .about(departure.person())
                .detail("departure", departure.id())
                .detail("day", departure.lastDay())
                .detail("successor", Objects.requireNonNullElse((Object) departure.successor(), "none"));
    }
}
