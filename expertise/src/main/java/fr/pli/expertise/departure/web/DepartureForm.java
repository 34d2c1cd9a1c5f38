package fr.pli.expertise.departure.web;

import fr.pli.expertise.departure.Declaration;
import fr.pli.expertise.departure.Departure;

/**
 * « Déclarer mon départ ou ma mutation » as its form sends it; what it does not send is empty.
 *
 * @param successor address
 */
record DepartureForm(String lastDay, String successor, String cause) {

    static final DepartureForm NOTHING = new DepartureForm("", "", "");

    @SuppressWarnings("NullAway") // what a form does not send is null
    DepartureForm {
        lastDay = lastDay == null ? "" : lastDay;
        successor = successor == null ? "" : successor;
        cause = cause == null ? "" : cause;
    }

    static DepartureForm of(Departure declared, String successor) {
        return new DepartureForm(
                declared.lastDay().toString(),
                successor,
                declared.cause() == null ? "" : declared.cause().name());
    }

    Declaration declaration() {
        return new Declaration(lastDay, successor, cause);
    }
}
