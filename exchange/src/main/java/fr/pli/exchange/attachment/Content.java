package fr.pli.exchange.attachment;

import java.io.IOException;

/** The clear bytes of one stored file, decrypted segment by segment as they are read; memory does not grow. */
public interface Content extends AutoCloseable {

    long length();

    /**
     * Hands the bytes {@code from} (inclusive) to {@code to} (exclusive) to the sink, in order, in pieces of at most one
     * segment (64 KiB).
     *
     * @throws IOException when a segment is not what was sealed (journaled), or from the sink
     */
    void read(long from, long to, Sink sink) throws IOException;

    @Override
    void close();

    /** Takes clear bytes; the array is used again after the call. */
    @FunctionalInterface
    interface Sink {
        void accept(byte[] buffer, int offset, int length) throws IOException;
    }
}
