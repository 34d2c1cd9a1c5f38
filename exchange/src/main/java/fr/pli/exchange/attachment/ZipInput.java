package fr.pli.exchange.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the records of a zip (little-endian, APPNOTE 6.3.10) and its packed bytes from one buffer, in order. */
final class ZipInput {

    private final InputStream source;
    private final byte[] buffer = new byte[64 * 1024];
    private int next;
    private int limit;
    private long position;

    ZipInput(InputStream source) {
        this.source = source;
    }

    /** Begins with bytes that were read from the source already; at most one buffer. */
    ZipInput(byte[] head, int length, InputStream source) {
        this(source);
        System.arraycopy(head, 0, buffer, 0, length);
        limit = length;
    }

    /** Bytes taken so far. */
    long position() {
        return position;
    }

    int u16() throws IOException {
        need(2);
        int value = buffer[next] & 0xFF | (buffer[next + 1] & 0xFF) << 8;
        advance(2);
        return value;
    }

    long u32() throws IOException {
        long value = peek32(0);
        advance(4);
        return value;
    }

    long u64() throws IOException {
        long low = u32();
        return u32() << 32 | low;
    }

    /** The number {@code ahead} bytes further on, without taking it. */
    long peek32(int ahead) throws IOException {
        need(ahead + 4);
        int at = next + ahead;
        return buffer[at] & 0xFFL
                | (buffer[at + 1] & 0xFFL) << 8
                | (buffer[at + 2] & 0xFFL) << 16
                | (buffer[at + 3] & 0xFFL) << 24;
    }

    byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            int count = read(bytes, at, length - at);
            if (count < 0) {
                throw ZipFault.malformed("ends within a record");
            }
            at += count;
        }
        return bytes;
    }

    boolean ended() throws IOException {
        return next == limit && !fill();
    }

    void skip(long length) throws IOException {
        if (length < 0) {
            throw ZipFault.malformed("a negative length");
        }
        long left = length - Math.min(length, limit - next);
        advance((int) (length - left));
        if (left > 0) {
            try {
                source.skipNBytes(left);
            } catch (EOFException shorter) {
                throw ZipFault.malformed("ends within what is passed over");
            }
            position += left;
        }
    }

    int read(byte[] target, int offset, int length) throws IOException {
        if (ended()) {
            return -1;
        }
        int count = Math.min(length, limit - next);
        System.arraycopy(buffer, next, target, offset, count);
        advance(count);
        return count;
    }

    /** Unpacks some bytes, taking from the input just what the inflater used. */
    int inflate(Inflater inflater, byte[] target, int offset, int length) throws IOException {
        try {
            while (true) {
                if (inflater.needsInput()) {
                    if (ended()) {
                        throw ZipFault.malformed("ends within a member");
                    }
                    inflater.setInput(buffer, next, limit - next);
                }
                int before = inflater.getRemaining();
                int count = inflater.inflate(target, offset, length);
                advance(before - inflater.getRemaining());
                if (count > 0 || inflater.finished()) {
                    return count;
                }
                if (inflater.needsDictionary()) {
                    throw ZipFault.malformed("a preset dictionary");
                }
            }
        } catch (DataFormatException broken) {
            throw ZipFault.malformed("packed bytes are broken");
        }
    }

    private void advance(int count) {
        next += count;
        position += count;
    }

    private void need(int count) throws IOException {
        if (limit - next < count) {
            System.arraycopy(buffer, next, buffer, 0, limit - next);
            limit -= next;
            next = 0;
            while (limit < count) {
                int got = source.read(buffer, limit, buffer.length - limit);
                if (got < 0) {
                    throw ZipFault.malformed("ends within a record");
                }
                limit += got;
            }
        }
    }

    private boolean fill() throws IOException {
        next = 0;
        limit = 0;
        int got = source.read(buffer, 0, buffer.length);
        limit = Math.max(0, got);
        return got > 0;
    }
}
