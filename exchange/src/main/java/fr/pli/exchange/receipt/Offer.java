package fr.pli.exchange.receipt;

import java.io.IOException;
import java.io.OutputStream;

/** What one address hands over: its length and a strong validator are known before the first byte, any range can be had. */
public interface Offer {

    /** Name under which the reader keeps it; may hold any character. */
    String name();

    long length();

    /** Lower-case hex; the same bytes, and only they, have it. */
    String validator();

    /**
     * Hands the bytes {@code from} (inclusive) to {@code to} (exclusive) over; what they are of a file is counted.
     *
     * @throws RightLostException when the reader loses the right meanwhile
     * @throws IOException when the reader leaves, or the stored bytes are not what was sealed
     */
    void handOver(long from, long to, OutputStream out) throws IOException;
}
