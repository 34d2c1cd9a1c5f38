package fr.pli.exchange.account;

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
    AUDITOR;

    /** Justice staff, whom everybody may write to. */
    public boolean justiceStaff() {
        return this == MAGISTRAT || this == GREFFIER;
    }
}
