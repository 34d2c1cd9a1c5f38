package fr.pli.expertise.designation;

import java.util.Locale;

/** What is told of a designation: a notice of the bell and a mail each. */
enum Telling {
    RECEIVED,
    SENT,
    REMINDED,
    WITHDRAWN,
    ACCEPTED,
    REFUSED,
    JOINED,
    EXPIRED,
    HANDED_ON;

    /** Of the notice; its words are {@code notification.bell.kind.<kind>}. */
    String kind() {
        return DesignationSubjects.OWNER + "." + word();
    }

    /** Of the mail. */
    String template() {
        return DesignationSubjects.OWNER + "-" + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
