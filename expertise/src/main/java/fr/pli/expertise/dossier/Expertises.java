package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.rights.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds expertises. */
public interface Expertises {

    Optional<Expertise> find(UUID id);

    Map<UUID, Expertise> findAll(Collection<UUID> ids);

    /**
     * The expertise, if its card is listed for {@code person} now (M-4): for participants in every state, for parties
     * and their lawyers once it was « En cours ». Refuses like an unknown id otherwise.
     */
    Seen known(Person person, UUID id);

    /** An expertise and the roles the reader has in it. */
    record Seen(Expertise expertise, List<Standing> standings) {

        public boolean has(fr.pli.expertise.rights.Role role) {
            return standings.stream().anyMatch(standing -> standing.role() == role);
        }
    }
}
