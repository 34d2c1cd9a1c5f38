package fr.pli.exchange.delegation;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** Everything a person may be refused about delegations; the sentences stand in the bundles under {@code refusal.}. */
public enum DelegationRefusal implements Refusal {
    /** Foreign, ended, not yet begun and never seen: the same answer. */
    UNKNOWN(404),
    /** Unknown, hidden, suspended and departed people answer the same. */
    HOLDER_UNKNOWN(422),
    HOLDER_SELF(422),
    DATES(422),
    TOO_LONG(422),
    ALREADY(409),
    /** The giver allowed reading only. */
    READ_ONLY(403),
    /** A delegation holds for letters, nothing else. */
    LETTERS_ONLY(403);

    private final int status;

    DelegationRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "delegation." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
