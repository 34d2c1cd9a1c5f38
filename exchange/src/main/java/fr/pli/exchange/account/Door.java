package fr.pli.exchange.account;

import java.util.EnumSet;
import java.util.Set;

/** By which door a profile may sign in. */
public enum Door {
    PASSWORD,
    CERTIFICATE,
    /** By password, but only while no card door is configured. */
    PASSWORD_WITHOUT_CARDS;

    /** The shipped policy. */
    static Set<Door> usual(Profile profile) {
        return switch (profile) {
            case PARTNER, LAWYER, PARTY, ADMINISTRATOR, SUPPORT, AUDITOR -> EnumSet.of(PASSWORD);
            case OFFICE, TEAM -> EnumSet.noneOf(Door.class);
            case SAPITEUR -> EnumSet.of(PASSWORD, CERTIFICATE);
            case MAGISTRAT, GREFFIER, EXPERT -> EnumSet.of(CERTIFICATE, PASSWORD_WITHOUT_CARDS);
        };
    }
}
