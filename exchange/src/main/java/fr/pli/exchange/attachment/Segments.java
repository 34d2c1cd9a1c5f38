package fr.pli.exchange.attachment;

import java.nio.ByteBuffer;
import java.util.UUID;

/** How clear bytes are cut into segments within an extent; only the last one of an extent may be shorter. */
final class Segments {

    static final int CLEAR = 64 * 1024;
    static final int SEALED = CLEAR + Sealing.OVERHEAD;

    private static final byte VERSION = 1;

    private Segments() {}

    /** Length of the object that holds {@code clear} bytes. */
    static long sealedLength(long clear) {
        long segments = (clear + CLEAR - 1) / CLEAR;
        return clear + segments * Sealing.OVERHEAD;
    }

    /** What a segment is bound to: version ‖ file ‖ offset in the clear text ‖ clear length. */
    static byte[] bound(UUID file, long offset, int length) {
        return ByteBuffer.allocate(29)
                .put(VERSION)
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .putLong(offset)
                .putInt(length)
                .array();
    }
}
