package fr.pli.expertise.dossier;

import fr.pli.expertise.rights.ExpertiseState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expertise as other features see it.
 *
 * @param name unique, built from parties, court, RG number, expert and date (E-1)
 * @param title short and readable, such as « Martin c/ SCI Les Pins »
 * @param court code of the reference, such as {@code TJ33063}
 * @param designatedOn day in the name
 * @param decidedOn day of the court's decision
 * @param openedAt when it first was « En cours »; null before. Parties and their lawyers see it from then on (M-4)
 * @param reportDue when the report is expected
 */
public record Expertise(
        UUID id,
        String name,
        String title,
        UUID expert,
        String court,
        String rg,
        @Nullable String mi,
        LocalDate designatedOn,
        @Nullable LocalDate decidedOn,
        ExpertiseState state,
        Instant stateSince,
        @Nullable Instant openedAt,
        Provision provision,
        @Nullable LocalDate reportDue) {

    /** « En attente de consignation »: the sub-label of « En création » until the provision is received or waived (E-2). */
    public boolean awaitsProvision() {
        return state == ExpertiseState.SETUP && !provision.settled();
    }

    /** Nothing is changed any more. */
    public boolean over() {
        return state == ExpertiseState.CLOSED || state == ExpertiseState.REJECTED;
    }

    /** The name as part of a file name: the "/" of the RG number becomes "-" (E-1). */
    public String fileName() {
        return name.replace('/', '-');
    }

    /**
     * « Consignation ».
     *
     * @param amount in euros
     * @param orderFiledOn when the judge ordered to begin without it; null where there is no such order
     */
    public record Provision(
            Status status,
            @Nullable BigDecimal amount,
            @Nullable LocalDate due,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate orderFiledOn) {

        /** Received or waived. */
        public boolean settled() {
            return status == Status.RECEIVED || status == Status.WAIVED;
        }

        /** What the beginning asks (E-2). */
        public boolean letsBegin() {
            return settled() || orderFiledOn != null;
        }

        public enum Status {
            AWAITED,
            RECEIVED,
            WAIVED,
            LAPSED
        }
    }
}
