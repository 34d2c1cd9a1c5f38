package fr.pli.exchange.receipt;

import fr.pli.exchange.attachment.Content;
import fr.pli.exchange.attachment.StoredFile;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The bytes of one file on their way to one reader within one request, counted as they go (U-11). A piece counts when a
 * later one was taken after it or the stream was flushed: only then is it out of our own buffers.
 */
final class Passage implements Content.Sink {

    private final Handover handover;
    private final Ledger ledger;
    private final CoverageId id;
    private final StoredFile file;
    private final long from;
    private final long lastMissing;
    private final OutputStream out;

    private long position;
    private boolean reachable = true;
    private volatile long sure;
    private volatile Spans announced = Spans.NONE;
    private volatile boolean ended;

    /** @param lastMissing end of the last byte of this request that the reader has not had yet; 0 if none */
    Passage(
            Handover handover,
            Ledger ledger,
            CoverageId id,
            StoredFile file,
            long from,
            long lastMissing,
            OutputStream out) {
        this.handover = handover;
        this.ledger = ledger;
        this.id = id;
        this.file = file;
        this.from = from;
        this.lastMissing = lastMissing;
        this.out = out;
        this.position = from;
        this.sure = from;
    }

    @Override
    public void accept(byte[] buffer, int offset, int length) throws IOException {
        handover.ensureRight();
        long next = position + length;
        boolean last = position < lastMissing && lastMissing <= next;
        if (last) {
            announced = Spans.of(position, next);
            ledger.announce(id, served(), announced);
        }
        reachable = false;
        out.write(buffer, offset, length);
        reachable = true;
        sure = position;
        position = next;
        if (last) {
            flush();
            settle();
        }
    }

    /** What was taken so far goes out, also when the file cannot be read any further: its reader has those bytes. */
    void flush() throws IOException {
        if (reachable) {
            reachable = false;
            out.flush();
            reachable = true;
            sure = position;
        }
    }

    /** Writes how far it is; once the request has ended, for the last time. */
    void write() {
        if (ended) {
            settle();
        } else {
            ledger.running(id, file, served());
        }
    }

    /** No further byte will be handed over. */
    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    private void settle() {
        ledger.ended(id, file, served(), announced);
        announced = Spans.NONE;
    }

    private Spans served() {
        return Spans.of(from, sure);
    }
}
