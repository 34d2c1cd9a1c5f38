package fr.pli.expertise.contradictoire;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** What may be refused about the board of the contradictoire. */
public enum BoardRefusal implements Refusal {
    /** The board is the expert's and the co-experts'; others see the receipts of their own deposits. */
    EXPERTS_ONLY(403),
    /** That person has downloaded everything, or takes no part any more. */
    NOBODY_WAITS(409),
    /** Argument: the window in hours. */
    REMINDED_ALREADY(409);

    private final int status;

    BoardRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "contradictoire." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
