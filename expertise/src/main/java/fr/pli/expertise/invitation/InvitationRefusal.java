package fr.pli.expertise.invitation;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** Everything a person may be refused about invitations; the sentences stand in the bundles under {@code refusal.}. */
public enum InvitationRefusal implements Refusal {
    ROLE_REQUIRED(422),
    PARTY_REQUIRED(422),
    /** Unknown where an entry may not be made, hidden, suspended, departed or of another profile: the same answer. */
    PERSON_UNAVAILABLE(422),
    PARTY_WITHOUT_ACCESS(409),
    PARTY_HAS_ACCESS(409),
    /** Parties are told when it is « En cours ». */
    NOT_YET_OPEN(409),
    CONSENT_NOT_OWED(409),
    CONSENT_DAY(422);

    private final int status;

    InvitationRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "invitation." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
