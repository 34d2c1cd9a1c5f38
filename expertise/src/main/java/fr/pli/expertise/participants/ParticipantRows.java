package fr.pli.expertise.participants;

import fr.pli.expertise.rights.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Parties and participants read from their rows. */
@Component
class ParticipantRows implements Participants {

    private final ParticipantTable participants;
    private final PartyTable parties;

    ParticipantRows(ParticipantTable participants, PartyTable parties) {
        this.participants = participants;
        this.parties = parties;
    }

    @Override
    public List<Standing> standings(UUID person, UUID expertise) {
        return standings(person, Set.of(expertise)).getOrDefault(expertise, List.of());
    }

    @Override
    public Map<UUID, List<Standing>> standings(UUID person, Collection<UUID> expertises) {
        return participants.present(person, expertises).stream()
                .collect(Collectors.groupingBy(
                        Participant::expertise,
                        Collectors.mapping(Participant::standing, Collectors.toUnmodifiableList())));
    }

    @Override
    public Optional<Participant> find(UUID participant) {
        return participants.find(participant);
    }

    @Override
    public List<Participant> of(UUID expertise) {
        return participants.of(expertise);
    }

    @Override
    public List<Participant> of(UUID expertise, UUID person) {
        return participants.of(expertise, person);
    }

    @Override
    public List<Party> parties(UUID expertise) {
        return parties.of(expertise);
    }

    @Override
    public Map<UUID, Party> parties(Collection<UUID> ids) {
        return parties.findAll(ids).stream().collect(Collectors.toUnmodifiableMap(Party::id, Function.identity()));
    }
}
