package fr.pli.expertise.folder;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.expertise.dossier.DossierRefusal;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.folder.Access.Seated;
import fr.pli.expertise.folder.Situation.Card;
import fr.pli.expertise.folder.Situation.Held;
import fr.pli.expertise.folder.Situation.Line;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Explanations;
import fr.pli.expertise.rights.RightsRefusal;
import fr.pli.expertise.rights.Ruling;
import fr.pli.expertise.rights.Simulator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What a real person has of every folder of a real expertise, by their real roles and grants, and which of them gives it
 * (M-5): the same questions as {@link Access} asks, for support operators and administrators, who read no content (O-2).
 */
@Service
public class PersonRights {

    private final Simulator simulator;
    private final Expertises expertises;
    private final Participants participants;
    private final Directory directory;
    private final Seats seats;
    private final Verdicts verdicts;
    private final SingleDocuments singles;
    private final Explanations explanations;

    PersonRights(
            Simulator simulator,
            Expertises expertises,
            Participants participants,
            Directory directory,
            Seats seats,
            Verdicts verdicts,
            SingleDocuments singles,
            Explanations explanations) {
        this.simulator = simulator;
        this.expertises = expertises;
        this.participants = participants;
        this.directory = directory;
        this.seats = seats;
        this.verdicts = verdicts;
        this.singles = singles;
        this.explanations = explanations;
    }

    /** @param assumed name of a state; blank for the present one */
    public Situation of(Person operator, UUID expertise, UUID person, String assumed) {
        simulator.admit(operator);
        Expertise found = expertises.find(expertise).orElseThrow(DossierRefusal.UNKNOWN::with);
        Person whose = directory.find(person).orElseThrow(FolderRefusal.PERSON_UNKNOWN::with);
        List<Participant> all = participants.of(expertise);
        List<Participant> mine =
                all.stream().filter(one -> one.person().equals(person)).toList();
        ExpertiseState state = assumed.isBlank() ? found.state() : named(assumed);
        var owners = new SituationOwners(all, participants.parties(expertise));
        Card card = card(found, state, whose, mine);
        return new Situation(
                expertise,
                person,
                found.state(),
                state,
                card,
                mine.stream()
                        .map(one -> new Held(owners.of(one.standing()), one.joinedAt(), one.leftAt()))
                        .toList(),
                card == Card.LISTED ? lines(person, expertise, state, owners) : List.of());
    }

    private static ExpertiseState named(String word) {
        return Arrays.stream(ExpertiseState.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(() -> RightsRefusal.STATE_UNKNOWN.with(word));
    }

    /** Somewhere else than at its beginnings, an expertise was « En cours » once; one that was stays so. */
    private static Card card(Expertise expertise, ExpertiseState state, Person person, List<Participant> mine) {
        if (!person.active()) {
            return Card.NO_ACCOUNT;
        }
        if (mine.stream().noneMatch(Participant::present)) {
            return Card.NO_ROLE;
        }
        boolean opened = expertise.openedAt() != null
                || state != expertise.state() && state != ExpertiseState.SETUP && state != ExpertiseState.REJECTED;
        boolean early =
                mine.stream().anyMatch(one -> one.present() && !one.role().ofParty());
        return opened || early ? Card.LISTED : Card.NOT_YET;
    }

    private List<Line> lines(UUID person, UUID expertise, ExpertiseState state, SituationOwners owners) {
        Map<Seated, List<Seat>> each = seats.regardless(person, expertise).stream()
                .map(seat -> seat.in(state))
                .collect(Collectors.groupingBy(
                        seat -> new Seated(person, seat.folder().id())));
        Map<Seated, Set<UUID>> alone = singles.among(each, verdicts);
        Map<UUID, Integer> children = new HashMap<>();
        Map<UUID, String> numbers = new HashMap<>();
        return each.values().stream()
                .sorted(order(owners))
                .map(beside -> {
                    Folder folder = beside.getFirst().folder();
                    number(folder, children, numbers);
                    return line(
                            beside,
                            numbers.get(folder.id()),
                            alone.getOrDefault(new Seated(person, folder.id()), Set.of())
                                    .size(),
                            owners);
                })
                .toList();
    }

    private static Comparator<List<Seat>> order(SituationOwners owners) {
        return Comparator.comparing(
                (List<Seat> beside) -> beside.getFirst().folder(),
                Comparator.comparing((Folder folder) -> folder.kind().group())
                        .thenComparing(folder -> owners.place(folder.owner()))
                        .thenComparing(Folder::kind)
                        .thenComparing(Folder::lineage));
    }

    /** Parents come before what is in them. */
    private static void number(Folder folder, Map<UUID, Integer> children, Map<UUID, String> numbers) {
        UUID parent = folder.parent();
        if (parent != null) {
            String around = numbers.get(parent);
            String own = String.valueOf(children.merge(parent, 1, Integer::sum));
            numbers.put(folder.id(), around == null ? own : around + "." + own);
        }
    }

    private Line line(List<Seat> beside, @Nullable String subfolder, int alone, SituationOwners owners) {
        Seat any = beside.getFirst();
        Ruling ruling = verdicts.ruling(beside);
        return new Line(
                any.folder().id(),
                any.folder().kind(),
                owners.find(any.folder().owner()),
                beside.stream()
                        .anyMatch(seat -> any.folder().owner() != null
                                && any.folder().owner().equals(seat.standing().owner())),
                subfolder,
                ruling,
                beside.stream()
                        .filter(seat -> ruling.readable()
                                && verdicts.ruling(List.of(seat)).right() == ruling.right())
                        .map(seat -> owners.of(seat.standing()))
                        .distinct()
                        .toList(),
                beside.stream().anyMatch(Seat::granted),
                alone,
                explanations.of(ruling, any.place(), any.state()));
    }
}
