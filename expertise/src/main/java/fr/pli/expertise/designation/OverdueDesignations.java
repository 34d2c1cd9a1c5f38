package fr.pli.expertise.designation;

import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends designations whose last day for an answer is over (D-9); nobody could answer them since midnight anyway. */
@Component
class OverdueDesignations implements Sweep {

    static final String NAME = "designation.overdue";

    private final DesignationTable table;
    private final Designations designations;
    private final Moves moves;
    private final DesignationNotices notices;
    private final Units units;

    OverdueDesignations(
            DesignationTable table, Designations designations, Moves moves, DesignationNotices notices, Units units) {
        this.table = table;
        this.designations = designations;
        this.moves = moves;
        this.notices = notices;
        this.units = units;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        table.overdue(designations.today()).forEach(this::end);
    }

    /** Another node may have been faster. */
    private void end(UUID id) {
        try {
            units.run(() -> notices.expired(moves.make(id, Move.EXPIRE, null)));
        } catch (RefusedException endedMeanwhile) {
            // as it should be
        }
    }
}
