package fr.pli.exchange.receipt;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** What a reader may be told « no » about. */
public enum ReceiptRefusal implements Refusal {
    /** The message's life is over; argument: since when, as text. */
    EXPIRED(410),
    /** The file is not (or not yet, or no longer) one that recipients may have. */
    NOT_DELIVERABLE(409),
    /** A zip of nothing. */
    NOTHING_CHOSEN(400),
    /** A fingerprint is reported for a file of which nothing was ever handed over. */
    NOT_DOWNLOADED(409),
    /** What is reported is no SHA-256. */
    NO_FINGERPRINT(400);

    private final int status;

    ReceiptRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "receipt." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
