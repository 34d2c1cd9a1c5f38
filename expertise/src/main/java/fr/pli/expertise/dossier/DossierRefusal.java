package fr.pli.expertise.dossier;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** Everything a person may be refused about an expertise itself; the sentences stand in the bundles under {@code refusal.}. */
public enum DossierRefusal implements Refusal {
    /** Unknown, foreign and not yet listed expertises answer alike (M-4). */
    UNKNOWN(404),
    EXPERTS_ONLY(403),
    EXPERT_ONLY(403),
    /** Neither the expert of it nor a greffier in it. */
    PROVISION_NOT_YOURS(403),
    COURT_UNKNOWN(422),
    RG_REQUIRED(422),
    RG_MALFORMED(422),
    MI_INVALID(422),
    DECISION_LATER(422),
    MAGISTRAT_UNKNOWN(422),
    GREFFIER_UNKNOWN(422),
    AMOUNT_INVALID(422),
    DATE_INVALID(422),
    RECEIVED_ON_INVALID(422),
    ORDER_ON_INVALID(422),
    /** What begun on a provision or an order does not go on without. */
    PROVISION_KEPT(409),
    PROVISION_SETTLED(409),
    CHANGED_MEANWHILE(409),
    OVER(409),
    NO_TRANSITION(409),
    PROVISION_MISSING(409),
    REPORT_MISSING(409),
    REASON_REQUIRED(422),
    REASON_TOO_LONG(422);

    private final int status;

    DossierRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "expertise." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
