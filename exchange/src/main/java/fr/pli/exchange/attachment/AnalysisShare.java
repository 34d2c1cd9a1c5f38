package fr.pli.exchange.attachment;

import java.io.IOException;
import java.io.Serial;
import java.util.concurrent.Semaphore;

/**
 * This node's share of clamd's TemporaryDirectory, in MiB: what all streams under way may fill at once. Nobody waits
 * while holding a part of it: who cannot have more gives all back and comes again.
 */
final class AnalysisShare {

    private static final long MIB = 1L << 20;

    private final int total;
    private final Semaphore free;

    AnalysisShare(long bytes) {
        this.total = (int) Math.max(1, bytes / MIB);
        this.free = new Semaphore(total);
    }

    Part part() {
        return new Part();
    }

    /** What one analysis holds; its streams follow each other, so the longest one counts. */
    final class Part implements AutoCloseable {

        private int held;

        /** Makes sure of room for a stream of so many bytes; more than the whole share is the whole share. */
        void cover(long bytes) throws BusyException {
            int wanted = (int) Math.min(total, (bytes + MIB - 1) / MIB);
            if (wanted > held) {
                if (!free.tryAcquire(wanted - held)) {
                    throw new BusyException();
                }
                held = wanted;
            }
        }

        @Override
        public void close() {
            free.release(held);
            held = 0;
        }
    }

    /** There is no room now; the analysis is begun again later. */
    static final class BusyException extends IOException {

        @Serial
        private static final long serialVersionUID = 1;

        BusyException() {
            super("no room in the share of clamd's temporary folder");
        }
    }
}
