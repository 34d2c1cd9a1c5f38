package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in one expertise, or did, with names: read once for everything that a page shows of them.
 *
 * @param participants in the order of joining
 * @param parties in the order in which they are listed
 * @param people those who take part, by id
 */
record Attendance(List<Participant> participants, List<Party> parties, Map<UUID, Person> people) {

    /** Empty for who is no longer in the directory. */
    String name(UUID person) {
        Person found = people.get(person);
        return found == null ? "" : found.name();
    }

    Map<UUID, Party> partiesById() {
        return parties.stream().collect(Collectors.toMap(Party::id, Function.identity()));
    }

    /** For which party somebody stands in a role, if for one. */
    Map<Stood, UUID> stoodFor() {
        var stood = new HashMap<Stood, UUID>();
        for (Participant one : participants) {
            if (one.party() != null) {
                stood.put(new Stood(one.person(), one.role()), one.party());
            }
        }
        return stood;
    }

    @Nullable
    Participant participant(UUID id) {
        return participants.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    record Stood(UUID person, Role role) {}
}
