package fr.pli.expertise.designation.web;

import fr.pli.expertise.designation.Matter;
import fr.pli.expertise.dossier.Typed;
import org.jspecify.annotations.Nullable;

/** What the second step says of the case, as its form sends it; what it does not send is empty. */
record MatterForm(String claimant, String defendant, String court, String rg, String decidedOn, String answerBy) {

    @SuppressWarnings("NullAway") // what a form does not send is null
    MatterForm {
        claimant = claimant == null ? "" : claimant;
        defendant = defendant == null ? "" : defendant;
        court = court == null ? "" : court;
        rg = rg == null ? "" : rg;
        decidedOn = decidedOn == null ? "" : decidedOn;
        answerBy = answerBy == null ? "" : answerBy;
    }

    /** @param courtName of the court whose code the matter holds */
    static MatterForm of(Matter matter, @Nullable String courtName) {
        return new MatterForm(
                text(matter.claimant()),
                text(matter.defendant()),
                text(courtName),
                text(matter.rg()),
                text(matter.decidedOn()),
                text(matter.answerBy()));
    }

    Matter matter() {
        return new Matter(claimant, defendant, court, rg, Typed.day(decidedOn), Typed.day(answerBy));
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
