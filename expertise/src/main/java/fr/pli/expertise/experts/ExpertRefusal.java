package fr.pli.expertise.experts;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** Everything a person may be refused about the directory of experts. */
public enum ExpertRefusal implements Refusal {
    STAFF_ONLY(403),
    EXPERTS_ONLY(403),
    COURT_UNKNOWN(422),
    SPECIALTY_UNKNOWN(422),
    SPECIALTIES_TOO_MANY(422),
    PHONE_MALFORMED(422);

    private final int status;

    ExpertRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "experts." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
