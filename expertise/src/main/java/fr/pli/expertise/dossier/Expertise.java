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
        ExpertiseState state,
        Instant stateSince,
        @Nullable Instant openedAt,
        Provision provision,
        @Nullable LocalDate reportDue) {

    /**
     * « Consignation ».
     *
     * @param amount in euros
     */
    public record Provision(
            Status status,
            @Nullable BigDecimal amount,
            @Nullable LocalDate due,
            @Nullable LocalDate receivedOn) {

        public enum Status {
            AWAITED,
            RECEIVED,
            WAIVED,
            LAPSED
        }
    }
}
