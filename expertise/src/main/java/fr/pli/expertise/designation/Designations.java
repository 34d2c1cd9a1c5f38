package fr.pli.expertise.designation;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Time;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds designations for those whose they are: who designates, and from its sending on the expert (D-1, D-4, D-10). */
@Service
public class Designations {

    public static final int MOST = 200;

    private final DesignationTable table;
    private final Clock clock;

    Designations(DesignationTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Refuses like an unknown id whoever it is not for. */
    public Designation known(Person reader, UUID id) {
        return mine(reader, table.find(id));
    }

    /** In the hands of {@code person}; the expert is refused by name. */
    public Designation held(Person person, UUID id) {
        Designation found = known(person, id);
        if (!found.heldBy(person.id())) {
            throw DesignationRefusal.HOLDER_ONLY.with();
        }
        return found;
    }

    /** Addressed to {@code person}; who designates is refused by name. */
    public Designation addressed(Person person, UUID id) {
        Designation found = known(person, id);
        if (!found.addressedTo(person.id())) {
            throw DesignationRefusal.EXPERT_ONLY.with();
        }
        return found;
    }

    private Designation mine(Person reader, Optional<Designation> found) {
        return found.filter(one -> reader.active())
                .filter(one -> one.heldBy(reader.id()) || one.addressedTo(reader.id()))
                .orElseThrow(DesignationRefusal.UNKNOWN::with);
    }

    /**
     * Newest first.
     *
     * @param state null for all
     * @param after id of the last one of the page before
     */
    public List<Designation> page(Person person, @Nullable DesignationState state, @Nullable UUID after, int limit) {
        return person.active() ? table.page(person.id(), state, after, Math.clamp(limit, 1, MOST + 1)) : List.of();
    }

    /** How many there are in each state; states without any are absent. */
    public Map<DesignationState, Integer> count(Person person) {
        return person.active() ? table.count(person.id()) : Map.of();
    }

    /** Oldest first. */
    public List<Step> history(Designation designation) {
        return table.steps(designation.id());
    }

    /** The present day of deadlines. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Time.PARIS);
    }
}
