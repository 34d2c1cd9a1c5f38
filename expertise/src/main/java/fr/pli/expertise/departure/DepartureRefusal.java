package fr.pli.expertise.departure;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** Everything a person may be refused about departures; the sentences stand in the bundles under {@code refusal.}. */
public enum DepartureRefusal implements Refusal {
    /** Unknown ones, and those that do not concern the reader, answer alike. */
    UNKNOWN(404),
    STAFF_ONLY(403),
    DAY_REQUIRED(422),
    DAY_INVALID(422),
    DAY_PAST(422),
    /** No active agent of that address and the same profile. */
    SUCCESSOR_UNKNOWN(422),
    SUCCESSOR_ONESELF(422),
    SUCCESSOR_LEAVES(422),
    CAUSE_UNKNOWN(422),
    NOTHING_DECLARED(409),
    /** The declared day is over. */
    TOO_LATE(409),
    NOTHING_WAITS(409),
    REPLACEMENT_UNKNOWN(422),
    ASKER_REQUIRED(422),
    ASKER_NAME_REQUIRED(422),
    ASKER_NAME_INVALID(422),
    REQUEST_REQUIRED(422),
    REQUEST_TOO_LARGE(422),
    /** The request is there, or on its way. */
    REQUEST_JOINED(409);

    private final int status;

    DepartureRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "departure." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
