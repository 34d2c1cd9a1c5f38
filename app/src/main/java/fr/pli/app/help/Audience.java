package fr.pli.app.help;

import fr.pli.exchange.account.Profile;
import org.jspecify.annotations.Nullable;

/** For whom an article is written; everybody may read all of them. Words: {@code help.audience.<name>}. */
public enum Audience {
    EVERYBODY,
    EXPERT,
    PARTNER,
    JUSTICE,
    ADMINISTRATION;

    /** The one besides {@link #EVERYBODY} that somebody belongs to. @param profile null without a session */
    public static Audience of(@Nullable Profile profile) {
        if (profile == null) {
            return EVERYBODY;
        }
        return switch (profile) {
            case EXPERT, SAPITEUR -> EXPERT;
            case MAGISTRAT, GREFFIER -> JUSTICE;
            case ADMINISTRATOR, SUPPORT, AUDITOR -> ADMINISTRATION;
            default -> PARTNER;
        };
    }
}
