package fr.pli.exchange.receipt;

import java.io.IOException;
import java.io.Serial;

/** The reader may no longer have these bytes: the transfer ends here and the connection is closed (U-11). */
public final class RightLostException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    RightLostException() {
        super("the right to these bytes was lost while they were handed over");
    }
}
