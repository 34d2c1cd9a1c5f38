package fr.pli.exchange.attachment;

import java.io.IOException;
import java.io.Serial;

/** A zip that cannot be walked to its end, and why. */
final class ZipFault extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Unscannable why;

    ZipFault(Unscannable why, String what) {
        super(what);
        this.why = why;
    }

    static ZipFault malformed(String what) {
        return new ZipFault(Unscannable.MALFORMED, what);
    }

    Unscannable why() {
        return why;
    }
}
