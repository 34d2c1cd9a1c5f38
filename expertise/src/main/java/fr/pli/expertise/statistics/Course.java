package fr.pli.expertise.statistics;

import fr.pli.expertise.rights.ExpertiseState;
import java.time.Instant;
import java.util.List;

/** How one expertise went. @param changes of state, oldest first */
record Course(Instant created, List<Change> changes) {

    boolean ended() {
        return !changes.isEmpty() && over(changes.getLast().to());
    }

    static boolean over(ExpertiseState state) {
        return state == ExpertiseState.CLOSED || state == ExpertiseState.REJECTED;
    }

    record Change(ExpertiseState to, Instant at) {}
}
