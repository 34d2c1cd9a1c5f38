package fr.pli.expertise.designation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a designation says of the case, as far as its author knows (D-3); the acceptance is prefilled with it.
 *
 * @param court code of the reference
 * @param answerBy last day on which the expert can answer (Europe/Paris)
 */
public record Matter(
        @Nullable String claimant,
        @Nullable String defendant,
        @Nullable String court,
        @Nullable String rg,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate answerBy) {

    public static final Matter NOTHING = new Matter(null, null, null, null, null, null);

    /** « Martin c/ SCI Les Pins », or what is known of it; empty for nothing. */
    public String title() {
        if (claimant == null && defendant == null) {
            return "";
        }
        return (claimant == null ? "…" : claimant) + " c/ " + (defendant == null ? "…" : defendant);
    }

    Matter until(@Nullable LocalDate day) {
        return new Matter(claimant, defendant, court, rg, decidedOn, day);
    }
}
