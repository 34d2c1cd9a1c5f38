package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.rights.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds expertises. */
public interface Expertises {

    Optional<Expertise> find(UUID id);

    Map<UUID, Expertise> findAll(Collection<UUID> ids);

    /**
     * The expertise, if its card is listed for {@code person} now (M-4): for participants in every state, for parties
     * and their lawyers once it was « En cours ». Refuses like an unknown id otherwise.
     */
    Seen known(Person person, UUID id);

    /**
     * As {@link #known}, holding the expertise's row until the unit ends: acts on one expertise come one after the other.
     * Taken before the rows of messages and files.
     */
    Seen held(Person person, UUID id);

    /**
     * Expertises whose card is listed for {@code person}, newest first.
     *
     * @param state null for all
     * @param after id of the last one of the page before
     */
    List<Expertise> page(Person person, @Nullable ExpertiseState state, @Nullable UUID after, int limit);

    /** Ids of all of them (M-4). */
    Set<UUID> listed(Person person);

    /** How many there are in each state; states without any are absent. */
    Map<ExpertiseState, Integer> count(Person person);

    /** Changes of state, oldest first. */
    List<Change> history(UUID id);

    /** One change of state. */
    record Change(
            ExpertiseState from,
            ExpertiseState to,
            UUID by,
            Instant at,
            @Nullable String reason) {}

    /** An expertise and the roles the reader has in it. */
    record Seen(Expertise expertise, List<Standing> standings) {

        public boolean has(Role role) {
            return standings.stream().anyMatch(standing -> standing.role() == role);
        }
    }
}
