package fr.pli.exchange.preview;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** Why a file cannot be shown. */
public enum PreviewRefusal implements Refusal {
    /** Nothing is shown that clamd did not call clean. */
    NOT_CLEAN(409),
    /** Neither PDF nor image nor text. */
    NO_KIND(415),
    /** Argument: the largest size, as text. */
    TOO_LARGE(413),
    /** A PDF that asks for a password. */
    LOCKED(422),
    /** Damaged, hostile, or more than the bounds allow. */
    UNDRAWABLE(422),
    NO_PAGE(404),
    BUSY(503);

    private final int status;

    PreviewRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "preview." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
