package fr.pli.expertise.folder;

import fr.pli.expertise.dossier.ExpertiseCreated;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.ParticipantJoined;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.PartyAdded;
import fr.pli.expertise.rights.FolderKind.Group;
import fr.pli.expertise.rights.Role;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the folders that every expertise, party and sapiteur has (E-3), in the transaction that makes them. */
@Component
class FolderSets {

    private final FolderRows folders;
    private final Participants participants;
    private final Clock clock;

    FolderSets(FolderRows folders, Participants participants, Clock clock) {
        this.folders = folders;
        this.participants = participants;
        this.clock = clock;
    }

    /** Whether its first parties and people were told of before it or will be after it does not matter. */
    @EventListener
    void on(ExpertiseCreated created) {
        UUID expertise = created.expertise().id();
        for (Group group : Group.values()) {
            if (!group.owned()) {
                folders.make(expertise, group, null, clock.instant());
            }
        }
        participants
                .parties(expertise)
                .forEach(party -> folders.make(expertise, Group.PARTIES, party.id(), clock.instant()));
        participants.of(expertise).forEach(this::make);
    }

    @EventListener
    void on(PartyAdded added) {
        folders.make(added.party().expertise(), Group.PARTIES, added.party().id(), clock.instant());
    }

    @EventListener
    void on(ParticipantJoined joined) {
        make(joined.participant());
    }

    private void make(Participant participant) {
        if (participant.role() == Role.SAPITEUR) {
            folders.make(participant.expertise(), Group.SAPITEUR, participant.id(), clock.instant());
        }
    }
}
