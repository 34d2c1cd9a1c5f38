package fr.pli.expertise.folder;

import fr.pli.expertise.folder.Situation.Owner;
import fr.pli.expertise.folder.Situation.Stand;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.rights.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parties and sapiteurs of one expertise by number, in the order in which they are listed. */
final class SituationOwners {

    private final Map<UUID, Owner> owners = new LinkedHashMap<>();
    private final List<UUID> order;

    SituationOwners(List<Participant> participants, List<Party> parties) {
        for (Participant participant : participants) {
            if (participant.role() == Role.SAPITEUR) {
                owners.put(participant.id(), new Owner(owners.size() + 1, null));
            }
        }
        int number = 1;
        for (Party party : parties) {
            owners.put(party.id(), new Owner(number++, party.side()));
        }
        order = new ArrayList<>(owners.keySet());
    }

    @Nullable
    Owner find(@Nullable UUID id) {
        return id == null ? null : owners.get(id);
    }

    Stand of(Standing standing) {
        return new Stand(standing.role(), find(standing.owner()));
    }

    int place(@Nullable UUID id) {
        return order.indexOf(id);
    }
}
