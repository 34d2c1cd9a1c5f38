package fr.pli.exchange.merge;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** Every « no » about merging accounts; sentences in {@code messages/merge}. */
public enum MergeRefusal implements Refusal {
    UNKNOWN(404),
    ASKED_ALREADY(409),
    ANSWERED(409),
    SAME(409),
    NOT_ACTIVE(409),
    PROFILE(409),
    CHAINED(409),
    OWN(403),
    NOT_MERGED(409),
    OVER(409),
    OTHER_UNKNOWN(422),
    SERIAL_REQUIRED(422);

    private final int status;

    MergeRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "merge." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
