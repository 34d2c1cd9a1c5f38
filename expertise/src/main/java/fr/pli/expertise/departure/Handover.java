package fr.pli.expertise.departure;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Roster;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends the roles of who leaves and gives them to who comes, within the caller's unit. */
@Component("departureHandover")
class Handover {

    private final CourtFiles files;
    private final Participants participants;
    private final Roster roster;

    Handover(CourtFiles files, Participants participants, Roster roster) {
        this.files = files;
        this.participants = participants;
        this.roster = roster;
    }

    /**
     * Ends every role of who leaves: who comes back one day does not find them again (T-3). Those of files that go on are
     * the departure's, and pass to {@code heir}.
     *
     * @return the files that go on
     */
    List<CourtFile> end(Departure departure, @Nullable Person heir) {
        UUID leaver = departure.person();
        List<CourtFile> held = files.held(leaver);
        for (CourtFile file : held) {
            roster.leave(participants.find(file.participant()).orElseThrow(), leaver);
            if (file.ongoing()) {
                files.leave(departure.id(), file, heir == null ? null : give(file, heir, leaver));
            }
        }
        return held.stream().filter(CourtFile::ongoing).toList();
    }

    /** Gives all files of a departure that nobody got, whatever their state is now (T-4). */
    List<CourtFile> inherit(Departure departure, Person heir, UUID by) {
        List<CourtFile> left = files.left(departure.id());
        left.forEach(file -> files.inherit(departure.id(), file, give(file, heir, by)));
        return left;
    }

    /** @return the new role; null where the person has that role already */
    private @Nullable UUID give(CourtFile file, Person heir, UUID by) {
        boolean has = participants.of(file.expertise()).stream()
                .anyMatch(each -> each.present() && each.person().equals(heir.id()) && each.role() == file.role());
        if (has) {
            return null;
        }
        Participant joined = roster.joinToldApart(file.expertise(), heir.id(), file.role(), by);
        return joined.id();
    }
}
