package fr.pli.expertise.participants;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** Everything a person may be refused about parties and roles; the sentences stand in the bundles under {@code refusal.}. */
public enum ParticipantRefusal implements Refusal {
    /** Foreign and unknown parties and participants answer alike. */
    UNKNOWN(404),
    PARTY_NAME_REQUIRED(422),
    PARTY_NAME_INVALID(422),
    PARTIES_TOO_MANY(409),
    /** The person has this role already, for this party. */
    ALREADY(409),
    /** Who has left their court is attached to nothing any more (T-2). */
    DEPARTED(409),
    /** The expert's own role lasts as long as the expertise. */
    EXPERT_STAYS(409);

    private final int status;

    ParticipantRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "participant." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
