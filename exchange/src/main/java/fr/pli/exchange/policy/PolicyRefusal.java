package fr.pli.exchange.policy;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** Everything an administrator may be refused about policies; the sentences stand in the bundle {@code policy}. */
public enum PolicyRefusal implements Refusal {
    ADMINISTRATORS_ONLY(403),
    UNKNOWN(404),
    /** Outside its bounds, or not of its kind. */
    VALUE(422),
    /** Together with the others it would make no sense. */
    CONTRADICTION(422),
    CHANGED_MEANWHILE(409);

    private final int status;

    PolicyRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "policy." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
