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
        return new Part(this);
    }

    /** A part of this share; what does not fit into it at all (a small zip with a large member) comes of another. */
    Part part(AnalysisShare beyond) {
        return new Part(beyond);
    }

    /** What one analysis holds; its streams follow each other, so the longest one counts. */
    final class Part implements AutoCloseable {

        private final AnalysisShare beyond;
        private AnalysisShare from = AnalysisShare.this;
        private int held;

        private Part(AnalysisShare beyond) {
            this.beyond = beyond;
        }

        /** Makes sure of room for a stream of so many bytes; more than the whole share is the whole share. */
        void cover(long bytes) throws BusyException {
            long wanted = (bytes + MIB - 1) / MIB;
            if (wanted > from.total && from != beyond) {
                close();
                from = beyond;
            }
            int bounded = (int) Math.min(from.total, wanted);
            if (bounded > held) {
                if (!from.free.tryAcquire(bounded - held)) {
                    throw new BusyException();
                }
                held = bounded;
            }
        }

        @Override
        public void close() {
            from.free.release(held);
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
