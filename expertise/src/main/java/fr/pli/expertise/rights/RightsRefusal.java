package fr.pli.expertise.rights;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** What the simulator answers « no » to; sentences in {@code messages/rights}. */
public enum RightsRefusal implements Refusal {
    STANDING_UNKNOWN(422),
    STATE_UNKNOWN(422),
    PARTY_UNKNOWN(422);

    private final int status;

    RightsRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "rights." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
