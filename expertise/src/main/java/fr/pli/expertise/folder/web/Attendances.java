package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Directory;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads who takes part: three questions, however many they are. */
@Component
class Attendances {

    private final Participants participants;
    private final Directory directory;

    Attendances(Participants participants, Directory directory) {
        this.participants = participants;
        this.directory = directory;
    }

    Attendance of(UUID expertise) {
        List<Participant> all = participants.of(expertise);
        return new Attendance(
                all,
                participants.parties(expertise),
                directory.findAll(all.stream().map(Participant::person).collect(Collectors.toSet())));
    }
}
