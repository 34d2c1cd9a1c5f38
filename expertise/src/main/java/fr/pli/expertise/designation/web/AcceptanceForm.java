package fr.pli.expertise.designation.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.expertise.designation.Acceptance;
import fr.pli.expertise.designation.Matter;
import fr.pli.expertise.dossier.Order;
import fr.pli.expertise.dossier.Typed;
import org.jspecify.annotations.Nullable;

/** The form of an acceptance as it is sent (D-7); what it does not send is empty. */
record AcceptanceForm(
        String declared,
        String claimant,
        String defendant,
        String court,
        String rg,
        String mi,
        String decidedOn,
        String magistrat,
        String greffier,
        String amount,
        String due,
        String reportDue,
        String message) {

    @SuppressWarnings("NullAway") // what a form does not send is null
    AcceptanceForm {
        declared = declared == null ? "" : declared;
        claimant = claimant == null ? "" : claimant;
        defendant = defendant == null ? "" : defendant;
        court = court == null ? "" : court;
        rg = rg == null ? "" : rg;
        mi = mi == null ? "" : mi;
        decidedOn = decidedOn == null ? "" : decidedOn;
        magistrat = magistrat == null ? "" : magistrat;
        greffier = greffier == null ? "" : greffier;
        amount = amount == null ? "" : amount;
        due = due == null ? "" : due;
        reportDue = reportDue == null ? "" : reportDue;
        message = message == null ? "" : message;
    }

    /** What the designation says, and who designated in the place of their profile (D-7). */
    static AcceptanceForm of(Matter matter, @Nullable String courtName, Person designating) {
        return new AcceptanceForm(
                "",
                MatterForm.text(matter.claimant()),
                MatterForm.text(matter.defendant()),
                MatterForm.text(courtName),
                MatterForm.text(matter.rg()),
                "",
                MatterForm.text(matter.decidedOn()),
                designating.profile() == Profile.MAGISTRAT ? designating.email() : "",
                designating.profile() == Profile.GREFFIER ? designating.email() : "",
                "",
                "",
                "",
                "");
    }

    Acceptance acceptance() {
        return new Acceptance(
                declared.equals("true"),
                new Order(
                        claimant,
                        defendant,
                        court,
                        rg,
                        mi,
                        Typed.day(decidedOn),
                        magistrat,
                        greffier,
                        Typed.amount(amount),
                        Typed.day(due),
                        Typed.day(reportDue)),
                message);
    }
}
