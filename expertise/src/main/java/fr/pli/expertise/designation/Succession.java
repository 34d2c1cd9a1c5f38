package fr.pli.expertise.designation;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pending designations of somebody who leaves, and their answers, follow the successor (T-2); without one they stay. */
@Component
class Succession {

    private final DesignationTable table;
    private final Directory directory;
    private final DesignationNotices notices;
    private final Journal journal;
    private final Clock clock;

    Succession(DesignationTable table, Directory directory, DesignationNotices notices, Journal journal, Clock clock) {
        this.table = table;
        this.directory = directory;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /** In the transaction of the departure. @param by null for the platform */
    void follow(UUID left, UUID successor, @Nullable UUID by) {
        Person next = directory.find(successor).orElseThrow();
        table.held(left, DesignationState.PENDING).forEach(found -> {
            Designation pending = table.lock(found.id()).orElseThrow();
            if (pending.state() == DesignationState.PENDING && pending.heldBy(left)) {
                table.handOn(pending.id(), next.id());
                table.step(pending.id(), Step.Kind.HANDED_ON, next.id(), clock.instant());
                journal.append(Fact.of("designation.handed-on")
                        .by(by)
                        .about(pending.id())
                        .message(pending.message())
                        .detail("from", left)
                        .detail("to", next.id()));
                notices.handedOn(pending, next, left);
            }
        });
    }
}
