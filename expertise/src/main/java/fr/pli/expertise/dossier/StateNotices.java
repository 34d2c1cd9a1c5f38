package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.Notices;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.ExpertiseState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Participants are told of changes at once (E-2, N-4): those who can see the card, whoever made the change excepted. */
@Component
class StateNotices {

    static final String STATE = "expertise-state";
    static final String PROVISION = "expertise-provision";

    private final Participants participants;
    private final Directory directory;
    private final Notices notices;

    StateNotices(Participants participants, Directory directory, Notices notices) {
        this.participants = participants;
        this.directory = directory;
        this.notices = notices;
    }

    /** At the first « En cours » parties and lawyers learn that they take part, instead; see {@code invitation}. */
    @EventListener
    void on(StateChanged changed) {
        boolean first = changed.from() == ExpertiseState.SETUP;
        Map<String, String> refs = Map.of(
                "from", changed.from().name(),
                "to", changed.expertise().state().name(),
                "at", changed.at().toString());
        told(changed.expertise(), changed.by(), each -> !first || !each.role().ofParty())
                .forEach(person -> notices.tell(
                        person, "expertise.state", changed.expertise().id(), changed.by(), STATE, refs));
    }

    @EventListener
    void on(ProvisionReceived received) {
        Expertise expertise = received.expertise();
        told(
                        expertise,
                        received.by(),
                        each -> expertise.openedAt() != null || !each.role().ofParty())
                .forEach(person -> notices.tell(
                        person, "expertise.provision", expertise.id(), received.by(), PROVISION, Map.of()));
    }

    /** Only addresses that are active: an invitation is the one mail that goes elsewhere. */
    private List<Person> told(Expertise expertise, UUID by, Predicate<Participant> who) {
        List<UUID> people = participants.of(expertise.id()).stream()
                .filter(each -> each.present() && !each.person().equals(by))
                .filter(who)
                .map(Participant::person)
                .distinct()
                .toList();
        return directory.findAll(people).values().stream()
                .filter(Person::active)
                .toList();
    }
}
