package fr.pli.exchange.account;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** By which door a profile may sign in. */
public enum Door {
    PASSWORD,
    CERTIFICATE,
    /** By password, but only while no card door is configured; this release has none. */
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

    static boolean passwordOpen(Profile profile, Map<Profile, Set<Door>> configured) {
        Set<Door> doors = configured.getOrDefault(profile, usual(profile));
        return doors.contains(PASSWORD) || doors.contains(PASSWORD_WITHOUT_CARDS);
    }
}
