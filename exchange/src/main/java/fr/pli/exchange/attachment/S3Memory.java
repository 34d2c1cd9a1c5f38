package fr.pli.exchange.attachment;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A fixed number of pieces of memory, shared by all transfers of a node. Safe for threads. */
final class S3Memory {

    private final int size;
    private final int pieces;
    private final Semaphore free;
    private final ConcurrentLinkedQueue<byte[]> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param size of one piece, in bytes
     * @param total most bytes lent at once
     */
    S3Memory(int size, long total) {
        this.size = size;
        this.pieces = (int) Math.max(1, total / size);
        this.free = new Semaphore(pieces);
    }

    /** Waits a while for a piece that somebody else gives back. */
    byte[] take(long seconds) throws IOException {
        try {
            if (!free.tryAcquire(seconds, TimeUnit.SECONDS)) {
                throw new IOException("no memory left for what waits to be stored");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for memory", interrupted);
        }
        return piece();
    }

    /** A piece if there is one now. */
    byte @Nullable [] takeNow() {
        return free.tryAcquire() ? piece() : null;
    }

    void give(byte[] piece) {
        idle.add(piece);
        free.release();
    }

    int pieces() {
        return pieces;
    }

    /** Pieces lent now. */
    int lent() {
        return pieces - free.availablePermits();
    }

    private byte[] piece() {
        byte[] used = idle.poll();
        return used == null ? new byte[size] : used;
    }
}
