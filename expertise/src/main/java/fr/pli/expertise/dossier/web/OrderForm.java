package fr.pli.expertise.dossier.web;

import fr.pli.expertise.dossier.Order;
import fr.pli.expertise.dossier.Typed;

/** « Nouvelle expertise » as its form sends it; what it does not send is empty. */
record OrderForm(
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
        String reportDue) {

    static final OrderForm NOTHING = new OrderForm("", "", "", "", "", "", "", "", "", "", "");

    @SuppressWarnings("NullAway") // what a form does not send is null
    OrderForm {
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
    }

    Order order() {
        return new Order(
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
                Typed.day(reportDue));
    }
}
