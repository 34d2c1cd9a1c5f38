package fr.pli.expertise.designation;

import static fr.pli.expertise.designation.DesignationState.ACCEPTED;
import static fr.pli.expertise.designation.DesignationState.DRAFT;
import static fr.pli.expertise.designation.DesignationState.EXPIRED;
import static fr.pli.expertise.designation.DesignationState.PENDING;
import static fr.pli.expertise.designation.DesignationState.REFUSED;
import static fr.pli.expertise.designation.DesignationState.WITHDRAWN;

import java.time.LocalDate;
import java.util.Optional;

/** The whole state machine of a designation (D-9). What is not here does not happen. */
public enum Move {
    /** Its files are clean: the expert has it. */
    SEND(DRAFT, PENDING),
    ACCEPT(PENDING, ACCEPTED) {
        @Override
        Optional<DesignationRefusal> obstacle(Designation designation, LocalDate today) {
            return unlessOver(designation, today);
        }
    },
    REFUSE(PENDING, REFUSED) {
        @Override
        Optional<DesignationRefusal> obstacle(Designation designation, LocalDate today) {
            return unlessOver(designation, today);
        }
    },
    /** Only after the expert was reminded once (D-6). */
    WITHDRAW(PENDING, WITHDRAWN) {
        @Override
        Optional<DesignationRefusal> obstacle(Designation designation, LocalDate today) {
            return designation.reminders() == 0
                    ? Optional.of(DesignationRefusal.REMIND_FIRST)
                    : unlessOver(designation, today);
        }
    },
    /** The last day for an answer has ended. */
    EXPIRE(PENDING, EXPIRED) {
        @Override
        Optional<DesignationRefusal> obstacle(Designation designation, LocalDate today) {
            return designation.overdue(today) ? Optional.empty() : Optional.of(DesignationRefusal.NOT_OVER);
        }
    };

    private final DesignationState from;
    private final DesignationState to;

    Move(DesignationState from, DesignationState to) {
        this.from = from;
        this.to = to;
    }

    DesignationState from() {
        return from;
    }

    public DesignationState to() {
        return to;
    }

    /** Why it may not happen now, besides the state. */
    Optional<DesignationRefusal> obstacle(Designation designation, LocalDate today) {
        return Optional.empty();
    }

    /** Why it may not happen now: what became of the designation meanwhile says more than the rule. */
    public Optional<DesignationRefusal> forbidden(Designation designation, LocalDate today) {
        return designation.state() == from
                ? obstacle(designation, today)
                : Optional.of(
                        switch (designation.state()) {
                            case DRAFT -> DesignationRefusal.NOT_SENT;
                            case PENDING -> DesignationRefusal.SENT;
                            case ACCEPTED -> DesignationRefusal.ACCEPTED;
                            case REFUSED -> DesignationRefusal.REFUSED;
                            case WITHDRAWN -> DesignationRefusal.WITHDRAWN;
                            case EXPIRED -> DesignationRefusal.EXPIRED;
                        });
    }

    private static Optional<DesignationRefusal> unlessOver(Designation designation, LocalDate today) {
        return designation.overdue(today) ? Optional.of(DesignationRefusal.EXPIRED) : Optional.empty();
    }
}
