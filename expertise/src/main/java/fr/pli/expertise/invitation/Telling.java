package fr.pli.expertise.invitation;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Guests;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.notification.Notices;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.dossier.StateChanged;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.ParticipantJoined;
import fr.pli.expertise.participants.ParticipantLeft;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Roster;
import fr.pli.expertise.rights.Role;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells people that they take part, once the card is listed for them: parties and their lawyers at the first « En cours »
 * (M-4), the others at once; and that they take part no longer (N-4). Somebody who has not followed their invitation yet
 * gets the link to their account, and nothing else.
 */
@Component
class Telling {

    static final String INVITED = "expertise-invitation";
    static final String ACCOUNT = "expertise-account";
    static final String ENDED = "expertise-ended";

    private final Expertises expertises;
    private final Participants participants;
    private final Roster roster;
    private final Directory directory;
    private final Guests guests;
    private final Notices notices;
    private final Journal journal;

    Telling(
            Expertises expertises,
            Participants participants,
            Roster roster,
            Directory directory,
            Guests guests,
            Notices notices,
            Journal journal) {
        this.expertises = expertises;
        this.participants = participants;
        this.roster = roster;
        this.directory = directory;
        this.guests = guests;
        this.notices = notices;
        this.journal = journal;
    }

    @EventListener
    void on(ParticipantJoined joined) {
        if (joined.toldApart()) {
            roster.told(joined.participant());
            return;
        }
        Expertise expertise = expertises.find(joined.participant().expertise()).orElseThrow();
        if (mayKnow(expertise, joined.participant())) {
            tell(expertise, joined.participant(), joined.by());
        }
    }

    @EventListener
    void on(StateChanged changed) {
        Expertise expertise = changed.expertise();
        if (expertise.openedAt() != null) {
            roster.untold(expertise.id()).forEach(participant -> tell(expertise, participant, changed.by()));
        }
    }

    /** Who still has another role here has not left. */
    @EventListener
    void on(ParticipantLeft left) {
        Participant participant = left.participant();
        boolean stays = participants.of(participant.expertise()).stream()
                .anyMatch(each -> each.present() && each.person().equals(participant.person()));
        if (!stays && roster.wasTold(participant)) {
            directory
                    .find(participant.person())
                    .filter(Person::active)
                    .ifPresent(person -> notices.tell(
                            person, "expertise.ended", participant.expertise(), left.by(), ENDED, refs(participant)));
        }
    }

    boolean mayKnow(Expertise expertise, Participant participant) {
        return expertise.openedAt() != null || !participant.role().ofParty();
    }

    /** Once more, on the expert's wish. */
    void invite(Expertise expertise, Participant participant, Person by) {
        journal.append(Fact.of("participant.invited")
                .by(by.id())
                .about(expertise.id())
                .detail("participant", participant.id()));
        tell(expertise, participant, by.id());
    }

    private void tell(Expertise expertise, Participant participant, UUID by) {
        roster.told(participant);
        if (participant.role() == Role.EXPERT || participant.role() == Role.EXPERT_FOR_PARTY) {
            return;
        }
        Person person = directory.find(participant.person()).orElseThrow();
        if (person.state() == PersonState.INVITED) {
            Person expert = directory.find(by).orElseThrow();
            guests.invite(person, expert, ACCOUNT, expertise.id(), about(expertise, participant));
        } else if (person.active()) {
            notices.tell(person, "expertise.invited", expertise.id(), by, INVITED, refs(participant));
        }
    }

    private static Map<String, String> refs(Participant participant) {
        return Map.of("participant", participant.id().toString());
    }

    private static Map<String, String> about(Expertise expertise, Participant participant) {
        return Map.of(
                "about", expertise.id().toString(),
                "participant", participant.id().toString());
    }
}
