package fr.pli.expertise.designation;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** Everything a person may be refused about designations; the sentences stand in the bundles under {@code refusal.}. */
public enum DesignationRefusal implements Refusal {
    /** Unknown and foreign ones answer alike. */
    UNKNOWN(404),
    STAFF_ONLY(403),
    HOLDER_ONLY(403),
    EXPERT_ONLY(403),
    EXPERT_REQUIRED(422),
    /** No active account, or no certificate that is neither expired nor revoked (D-2). */
    NOT_SELECTABLE(422),
    ANSWER_BY_PAST(422),
    NOT_SENT(409),
    SENT(409),
    ACCEPTED(409),
    REFUSED(409),
    WITHDRAWN(409),
    EXPIRED(409),
    NOT_OVER(409),
    REMIND_FIRST(409),
    STILL_OPEN(409),
    DECLARATION_REQUIRED(422),
    REASON_REQUIRED(422),
    COMMENT_REQUIRED(422),
    COMMENT_TOO_LONG(422),
    NOTHING_JOINED(409);

    private final int status;

    DesignationRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "designation." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
