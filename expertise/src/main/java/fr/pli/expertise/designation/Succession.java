package fr.pli.expertise.designation;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.expertise.dossier.ExpertiseCreation;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Roster;
import fr.pli.expertise.rights.Role;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pending designations of somebody who leaves, and their answers, follow the successor (T-2); without one they stay. The
 * replacement who comes later gets those that were answered meanwhile, too: with the answer that nobody has read, and a
 * place in the expertise that an acceptance has made (T-4).
 */
@Component
class Succession {

    private final DesignationTable table;
    private final Participants participants;
    private final Roster roster;
    private final Directory directory;
    private final DesignationNotices notices;
    private final Journal journal;
    private final Clock clock;

    Succession(
            DesignationTable table,
            Participants participants,
            Roster roster,
            Directory directory,
            DesignationNotices notices,
            Journal journal,
            Clock clock) {
        this.table = table;
        this.participants = participants;
        this.roster = roster;
        this.directory = directory;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /** In the transaction of the departure. @param by null for the platform */
    void follow(UUID left, UUID successor, @Nullable UUID by) {
        Person next = directory.find(successor).orElseThrow();
        table.unattended(left).forEach(found -> {
            Designation now = table.lock(found.id()).orElseThrow();
            if (now.heldBy(left)) {
                handOn(now, left, next, by);
            }
        });
    }

    private void handOn(Designation designation, UUID left, Person next, @Nullable UUID by) {
        table.handOn(designation.id(), next.id());
        table.step(designation.id(), Step.Kind.HANDED_ON, next.id(), clock.instant());
        journal.append(Fact.of("designation.handed-on")
                .by(by)
                .about(designation.id())
                .message(designation.message())
                .detail("from", left)
                .detail("to", next.id()));
        if (designation.state() == DesignationState.PENDING) {
            notices.handedOn(designation, next, left);
            return;
        }
        if (designation.expertise() != null) {
            attach(designation.expertise(), next, Objects.requireNonNullElse(by, left));
        }
        notices.ended(designation, next);
    }

    private void attach(UUID expertise, Person next, UUID by) {
        Role role = ExpertiseCreation.of(next);
        boolean has = participants.of(expertise).stream()
                .anyMatch(each -> each.present() && each.person().equals(next.id()) && each.role() == role);
        if (!has) {
            roster.join(expertise, next.id(), role, null, by);
        }
    }
}
