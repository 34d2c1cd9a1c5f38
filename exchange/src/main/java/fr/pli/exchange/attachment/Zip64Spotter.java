package fr.pli.exchange.attachment;

/**
 * Looks for a zip member with a Zip64 local header in passing bytes. clamd 1.4 passes over such members without a word,
 * so a stream that carries one (behind a program, inside a tar, a disk image or a program of which it is a part) must
 * not be called clean by clamd alone. Members of zips that the product walks never get here with their headers.
 */
final class Zip64Spotter {

    private static final int HEADER = 26;

    private final byte[] edge = new byte[2 * (HEADER - 1)];
    private int kept;
    private boolean found;

    boolean found() {
        return found;
    }

    void look(byte[] bytes, int offset, int length) {
        if (found) {
            return;
        }
        int joined = Math.min(length, HEADER - 1);
        System.arraycopy(bytes, offset, edge, kept, joined);
        found = in(edge, 0, kept + joined) || in(bytes, offset, length);
        keep(bytes, offset, length, kept + joined);
    }

    /** The last bytes may be the beginning of a header that goes on in the next piece. */
    private void keep(byte[] bytes, int offset, int length, int joined) {
        if (length >= HEADER - 1) {
            System.arraycopy(bytes, offset + length - (HEADER - 1), edge, 0, HEADER - 1);
            kept = HEADER - 1;
        } else {
            int rest = Math.min(joined, HEADER - 1);
            System.arraycopy(edge, joined - rest, edge, 0, rest);
            kept = rest;
        }
    }

    private static boolean in(byte[] bytes, int offset, int length) {
        for (int at = offset, last = offset + length - HEADER; at <= last; at++) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 3 && bytes[at + 3] == 4) {
                if (full(bytes, at + 18) || full(bytes, at + 22)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean full(byte[] bytes, int at) {
        return (bytes[at] & bytes[at + 1] & bytes[at + 2] & bytes[at + 3]) == -1;
    }
}
