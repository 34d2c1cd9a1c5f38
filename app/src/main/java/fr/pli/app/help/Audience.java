package fr.pli.app.help;

import fr.pli.exchange.account.Profile;
import org.jspecify.annotations.Nullable;

/** For whom an article is written; everybody may read all of them. Words: {@code help.audience.<name>}. */
public enum Audience {
    EVERYBODY,
    MAGISTRAT,
    GREFFIER,
    EXPERT,
    SAPITEUR,
    LAWYER,
    PARTY,
    PARTNER,
    ADMINISTRATION;

    /** The one besides {@link #EVERYBODY} that somebody belongs to. @param profile null without a session */
    public static Audience of(@Nullable Profile profile) {
        if (profile == null) {
            return EVERYBODY;
        }
        return switch (profile) {
            case MAGISTRAT -> MAGISTRAT;
            case GREFFIER -> GREFFIER;
            case EXPERT -> EXPERT;
            case SAPITEUR -> SAPITEUR;
            case LAWYER -> LAWYER;
            case PARTY -> PARTY;
            case ADMINISTRATOR, SUPPORT, AUDITOR -> ADMINISTRATION;
            case PARTNER, OFFICE, TEAM -> PARTNER;
        };
    }
}
