package fr.pli.exchange.account;

import java.util.Arrays;
import java.util.List;

/** What a person is in the directory; roles inside one expertise are another thing. */
public enum Profile {
    PARTNER,
    MAGISTRAT,
    GREFFIER,
    EXPERT,
    SAPITEUR,
    LAWYER,
    PARTY,
    ADMINISTRATOR,
    SUPPORT,
    AUDITOR,
    /** An office of a court, whom everybody may write to. Nobody signs in as it. */
    OFFICE,
    /** A team of a body, found by those who find the body's members. Nobody signs in as it. */
    TEAM;

    /** A functional recipient: several people receive, each with receipts of their own. */
    public boolean functional() {
        return this == OFFICE || this == TEAM;
    }

    /** The profiles that people have. */
    public static List<Profile> ofPeople() {
        return Arrays.stream(values()).filter(profile -> !profile.functional()).toList();
    }

    /** Justice staff, whom everybody may write to. */
    public boolean justiceStaff() {
        return this == MAGISTRAT || this == GREFFIER;
    }
}
