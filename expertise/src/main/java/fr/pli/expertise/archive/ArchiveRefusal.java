package fr.pli.expertise.archive;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** What may be refused about archives and bordereaux. */
public enum ArchiveRefusal implements Refusal {
    /** The moment asked for lies ahead. */
    NOT_YET(422),
    /** There is no document that the reader may see. */
    EMPTY(409),
    /** Only folders of a party have a bordereau. */
    NO_BORDEREAU(404);

    private final int status;

    ArchiveRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "archive." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
