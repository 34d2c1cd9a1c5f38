package fr.pli.expertise.participants;

import fr.pli.expertise.rights.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds who takes part in expertises now, and in which roles. */
public interface Participants {

    /** The roles {@code person} has now; empty for somebody who does not take part (any more) or cannot sign in. */
    List<Standing> standings(UUID person, UUID expertise);

    /** The same for many expertises at once; those without a role are absent. */
    Map<UUID, List<Standing>> standings(UUID person, Collection<UUID> expertises);

    Optional<Participant> find(UUID participant);

    /** Every role that somebody has or had, in the order of joining. */
    List<Participant> of(UUID expertise);

    /** The roles of one person among them. */
    List<Participant> of(UUID expertise, UUID person);

    /** Parties in the order in which they are listed. */
    List<Party> parties(UUID expertise);

    Map<UUID, Party> parties(Collection<UUID> ids);
}
