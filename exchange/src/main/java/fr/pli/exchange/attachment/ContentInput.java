package fr.pli.exchange.attachment;

import java.io.IOException;
import java.io.InputStream;

/** A part of a stored file's clear bytes as a stream that skips without reading. */
final class ContentInput extends InputStream {

    private final Content content;
    private final long end;
    private final byte[] buffer = new byte[256 * 1024];
    private long fetched;
    private int next;
    private int limit;

    ContentInput(Content content, long from, long end) {
        this.content = content;
        this.fetched = from;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        return next == limit && !fill() ? -1 : buffer[next++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == limit && !fill()) {
            return -1;
        }
        int count = Math.min(length, limit - next);
        System.arraycopy(buffer, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public long skip(long length) {
        long count = Math.min(length, limit - next + end - fetched);
        long beyond = count - (limit - next);
        if (beyond <= 0) {
            next += (int) count;
        } else {
            next = limit;
            fetched += beyond;
        }
        return Math.max(0, count);
    }

    private boolean fill() throws IOException {
        next = 0;
        limit = 0;
        long until = Math.min(end, fetched + buffer.length);
        content.read(fetched, until, (bytes, offset, length) -> {
            System.arraycopy(bytes, offset, buffer, limit, length);
            limit += length;
        });
        fetched = until;
        return limit > 0;
    }
}
