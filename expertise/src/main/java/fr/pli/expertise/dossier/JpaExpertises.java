package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Standing;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds expertises, and says for whom their card is listed. */
@Service
class JpaExpertises implements Expertises {

    private static final int MOST = 200;

    private final ExpertiseRecords records;
    private final ExpertiseTable table;
    private final Participants participants;

    JpaExpertises(ExpertiseRecords records, ExpertiseTable table, Participants participants) {
        this.records = records;
        this.table = table;
        this.participants = participants;
    }

    /** For parties and their lawyers from « En cours » on, for the others from the beginning (M-4). */
    static boolean listed(Expertise expertise, List<Standing> standings) {
        return standings.stream()
                .anyMatch(standing ->
                        expertise.openedAt() != null || !standing.role().ofParty());
    }

    @Override
    public Optional<Expertise> find(UUID id) {
        return records.findById(id).map(ExpertiseRecord::view);
    }

    @Override
    public Map<UUID, Expertise> findAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : records.findByIdIn(new HashSet<>(ids)).stream()
                        .map(ExpertiseRecord::view)
                        .collect(Collectors.toUnmodifiableMap(Expertise::id, Function.identity()));
    }

    @Override
    public Seen known(Person person, UUID id) {
        return seen(person, find(id));
    }

    @Override
    public Seen held(Person person, UUID id) {
        return seen(person, records.lock(id).map(ExpertiseRecord::view));
    }

    private Seen seen(Person person, Optional<Expertise> found) {
        return found.map(expertise -> new Seen(expertise, participants.standings(person.id(), expertise.id())))
                .filter(seen -> listed(seen.expertise(), seen.standings()))
                .orElseThrow(DossierRefusal.UNKNOWN::with);
    }

    @Override
    public List<Expertise> page(Person person, @Nullable ExpertiseState state, @Nullable UUID after, int limit) {
        if (!person.active()) {
            return List.of();
        }
        List<UUID> ids = table.listed(person.id(), state, after, Math.clamp(limit, 1, MOST + 1));
        Map<UUID, Expertise> found = findAll(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Set<UUID> listed(Person person) {
        return person.active() ? Set.copyOf(table.listed(person.id(), null, null, Integer.MAX_VALUE)) : Set.of();
    }

    @Override
    public Map<ExpertiseState, Integer> count(Person person) {
        return person.active() ? table.count(person.id()) : Map.of();
    }

    @Override
    public List<Change> history(UUID id) {
        return table.history(id);
    }
}
