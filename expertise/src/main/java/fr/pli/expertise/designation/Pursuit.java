package fr.pli.expertise.designation;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What who designated does while there is no answer: remind, and after that withdraw (D-6). */
@Service
public class Pursuit {

    private final Designations designations;
    private final DesignationTable table;
    private final Moves moves;
    private final DesignationNotices notices;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    Pursuit(
            Designations designations,
            DesignationTable table,
            Moves moves,
            DesignationNotices notices,
            Journal journal,
            Units units,
            Clock clock) {
        this.designations = designations;
        this.table = table;
        this.moves = moves;
        this.notices = notices;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    /** « Relancer l'expert », any number of times. */
    public void remind(Person holder, UUID id) {
        units.run(() -> {
            designations.held(holder, id);
            Designation pending = table.lock(id).orElseThrow();
            Move.ACCEPT.forbidden(pending, designations.today()).ifPresent(over -> {
                throw over.with();
            });
            table.reminded(id);
            table.step(id, Step.Kind.REMINDED, holder.id(), clock.instant());
            journal.append(Fact.of("designation.reminded")
                    .by(holder.id())
                    .about(id)
                    .message(pending.message())
                    .detail("expert", pending.expert())
                    .detail("number", pending.reminders() + 1));
            notices.reminded(pending, holder.id());
        });
    }

    /** « Retirer la désignation »: the expert loses the package at once. */
    public void withdraw(Person holder, UUID id) {
        units.run(() -> {
            designations.held(holder, id);
            notices.withdrawn(moves.make(id, Move.WITHDRAW, holder.id()), holder.id());
        });
    }
}
