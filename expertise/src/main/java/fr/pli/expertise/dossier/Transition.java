package fr.pli.expertise.dossier;

import static fr.pli.expertise.rights.ExpertiseState.CLOSED;
import static fr.pli.expertise.rights.ExpertiseState.OPEN;
import static fr.pli.expertise.rights.ExpertiseState.PAUSED;
import static fr.pli.expertise.rights.ExpertiseState.REJECTED;
import static fr.pli.expertise.rights.ExpertiseState.SETUP;

import fr.pli.expertise.rights.ExpertiseState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The whole state machine of an expertise (E-2). What is not here does not happen. */
public enum Transition {
    /** Provision received or waived, or the judge's order to begin without it filed. */
    BEGIN(EnumSet.of(SETUP), OPEN) {
        @Override
        Optional<DossierRefusal> obstacle(Facts facts) {
            return facts.mayBegin() ? Optional.empty() : Optional.of(DossierRefusal.PROVISION_MISSING);
        }
    },
    PAUSE(EnumSet.of(OPEN), PAUSED),
    RESUME(EnumSet.of(PAUSED), OPEN),
    /** The final report is deposited already, or the expert says why not. */
    CLOSE(EnumSet.of(OPEN, PAUSED), CLOSED) {
        @Override
        Optional<DossierRefusal> obstacle(Facts facts) {
            return facts.reported() || facts.reasoned() ? Optional.empty() : Optional.of(DossierRefusal.REPORT_MISSING);
        }
    },
    /** Later withdrawal of the expert, recusal, lapse of the provision. */
    ABANDON(EnumSet.of(SETUP), REJECTED) {
        @Override
        Optional<DossierRefusal> obstacle(Facts facts) {
            return reason(facts);
        }
    },
    /** The exception. */
    BREAK_OFF(EnumSet.of(OPEN, PAUSED), REJECTED) {
        @Override
        Optional<DossierRefusal> obstacle(Facts facts) {
            return reason(facts);
        }
    };

    private final Set<ExpertiseState> from;
    private final ExpertiseState to;

    Transition(Set<ExpertiseState> from, ExpertiseState to) {
        this.from = from;
        this.to = to;
    }

    public ExpertiseState to() {
        return to;
    }

    /** Why it may not happen now. */
    Optional<DossierRefusal> obstacle(Facts facts) {
        return Optional.empty();
    }

    public static Optional<Transition> between(ExpertiseState from, ExpertiseState to) {
        return from(from).stream().filter(transition -> transition.to == to).findFirst();
    }

    public static List<Transition> from(ExpertiseState state) {
        return Arrays.stream(values())
                .filter(transition -> transition.from.contains(state))
                .toList();
    }

    private static Optional<DossierRefusal> reason(Facts facts) {
        return facts.reasoned() ? Optional.empty() : Optional.of(DossierRefusal.REASON_REQUIRED);
    }

    /**
     * What the conditions look at.
     *
     * @param mayBegin see {@link Expertise.Provision#letsBegin}
     * @param reported see {@link FinalReport}
     * @param reasoned the expert gave a reason
     */
    record Facts(boolean mayBegin, boolean reported, boolean reasoned) {}
}
