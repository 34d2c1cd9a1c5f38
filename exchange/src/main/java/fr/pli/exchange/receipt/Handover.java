package fr.pli.exchange.receipt;

import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.message.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a request that hands bytes of one file of a message to one reader. Its node knows it from before the first byte until after the
 * last, decides again about it while it runs, and marks it when the right is lost.
 */
final class Handover implements AutoCloseable {

    private final Handovers node;
    private final Reader reader;
    private final UUID message;
    private final UUID file;
    private final boolean counted;
    private volatile @Nullable Instant endsAt;
    private volatile boolean refused;

    Handover(Handovers node, Reader reader, Message message, UUID file) {
        this.node = node;
        this.reader = reader;
        this.message = message.id();
        this.file = file;
        this.counted = !message.sender().equals(reader.person());
        this.endsAt = message.endsAt();
    }

    Reader reader() {
        return reader;
    }

    UUID message() {
        return message;
    }

    /** The one file it hands over, or whose header or picture it does. */
    UUID file() {
        return file;
    }

    /** Its sender may have moved the end since. */
    void endsAt(@Nullable Instant end) {
        endsAt = end;
    }

    void refuse() {
        refused = true;
    }

    boolean refused() {
        return refused;
    }

    /** Looked at before each segment: the mark, and the end of life by the clock. */
    void ensureRight() throws RightLostException {
        Instant end = endsAt;
        if (refused || end != null && !node.now().isBefore(end)) {
            throw new RightLostException();
        }
    }

    /** Hands over the bytes {@code from} to {@code to} of the file; counted for a recipient, not for the sender. */
    void hand(StoredFile stored, long from, long to, OutputStream out) throws IOException {
        node.hand(this, counted, stored, from, to, out);
    }

    /** Hands over bytes that are nobody's file. */
    void hand(byte[] made, int from, int to, OutputStream out) throws IOException {
        ensureRight();
        out.write(made, from, to - from);
    }

    @Override
    public void close() {
        node.closed(this);
    }
}
