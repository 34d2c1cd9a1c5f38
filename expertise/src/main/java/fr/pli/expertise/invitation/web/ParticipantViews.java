package fr.pli.expertise.invitation.web;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who takes part, as a reader may know it: names, roles and parties for all; addresses for the expert and the court. */
@Component
class ParticipantViews {

    private static final Comparator<Line> BY_ROLE = Comparator.comparing(
                    (Line line) -> line.participant().role())
            .thenComparing(Line::position)
            .thenComparing(Line::name)
            .thenComparing(line -> line.participant().id());

    private final Participants participants;
    private final Directory directory;

    ParticipantViews(Participants participants, Directory directory) {
        this.participants = participants;
        this.directory = directory;
    }

    /** Present and past, in the order of roles. */
    List<Line> lines(Expertises.Seen seen) {
        List<Participant> all = participants.of(seen.expertise().id());
        Map<UUID, Person> people =
                directory.findAll(all.stream().map(Participant::person).toList());
        Map<UUID, Party> parties = participants.parties(seen.expertise().id()).stream()
                .collect(Collectors.toMap(Party::id, Function.identity()));
        boolean addresses = seesAddresses(seen);
        return all.stream()
                .map(each -> line(each, people.get(each.person()), parties.get(each.party()), addresses))
                .sorted(BY_ROLE)
                .toList();
    }

    /** Parties, with whether the expert acts for one that has no access. */
    List<Served> parties(Expertises.Seen seen) {
        List<UUID> without = participants.of(seen.expertise().id()).stream()
                .filter(each -> each.present() && each.role() == Role.EXPERT_FOR_PARTY && each.party() != null)
                .map(Participant::party)
                .toList();
        return participants.parties(seen.expertise().id()).stream()
                .map(party -> new Served(party, without.contains(party.id())))
                .toList();
    }

    static boolean seesAddresses(Expertises.Seen seen) {
        return seen.has(Role.EXPERT) || seen.has(Role.MAGISTRAT) || seen.has(Role.GREFFIER);
    }

    private static Line line(Participant each, @Nullable Person person, @Nullable Party party, boolean addresses) {
        return new Line(
                each,
                person == null ? "" : person.name(),
                person == null || !addresses ? null : person.email(),
                person == null || !addresses ? null : person.state(),
                party == null ? null : party.name(),
                party == null ? -1 : party.position());
    }

    /**
     * @param email null where the reader may not know it
     * @param state of the person's account; null where the reader may not know it
     */
    record Line(
            Participant participant,
            String name,
            @Nullable String email,
            @Nullable PersonState state,
            @Nullable String party,
            int position) {}

    record Served(Party party, boolean withoutAccess) {}
}
