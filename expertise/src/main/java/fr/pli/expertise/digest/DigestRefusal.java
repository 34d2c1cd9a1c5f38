package fr.pli.expertise.digest;

import fr.pli.exchange.platform.Refusal;

/** What may be refused about digests. */
public enum DigestRefusal implements Refusal {
    /** Somebody else's, and one that never was. */
    UNKNOWN(404);

    private final int status;

    DigestRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "digest.unknown";
    }

    @Override
    public int status() {
        return status;
    }
}
