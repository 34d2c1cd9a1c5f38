package fr.pli.exchange.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object by requests that end at once: a slow reader holds no connection to the store. Who reads in order gets
 * some segments ahead while there is memory for that; without, each piece is asked for by itself.
 */
final class S3Reader implements ObjectStore.Reader {

    private final String key;
    private final S3Objects objects;
    private final S3Memory memory;
    private byte @Nullable [] ahead;
    private long from;
    private int held;
    private boolean closed;

    S3Reader(String key, S3Objects objects, S3Memory memory) {
        this.key = key;
        this.objects = objects;
        this.memory = memory;
    }

    @Override
    public long size() throws IOException {
        return objects.size(key);
    }

    @Override
    public synchronized int read(ByteBuffer buffer, long position) throws IOException {
        int start = buffer.position();
        while (buffer.hasRemaining()) {
            long at = position + buffer.position() - start;
            int count = fromAhead(buffer, at);
            if (count == 0) {
                count = fetch(buffer, at);
            }
            if (count == 0) {
                break;
            }
        }
        return buffer.position() - start;
    }

    private int fromAhead(ByteBuffer buffer, long at) {
        byte[] bytes = ahead;
        if (bytes == null || at < from || at >= from + held) {
            return 0;
        }
        int count = (int) Math.min(buffer.remaining(), from + held - at);
        buffer.put(bytes, (int) (at - from), count);
        return count;
    }

    /** @return 0 at the end of the object */
    private int fetch(ByteBuffer buffer, long at) throws IOException {
        if (ahead == null && !closed) {
            ahead = memory.takeNow();
        }
        byte[] bytes = ahead;
        if (bytes != null) {
            held = 0;
            held = objects.get(key, at, bytes, 0, bytes.length);
            from = at;
            return fromAhead(buffer, at);
        }
        byte[] exact = new byte[Math.min(buffer.remaining(), Segments.SEALED)];
        int count = objects.get(key, at, exact, 0, exact.length);
        buffer.put(exact, 0, count);
        return count;
    }

    @Override
    public synchronized void close() {
        byte[] bytes = ahead;
        ahead = null;
        held = 0;
        closed = true;
        if (bytes != null) {
            memory.give(bytes);
        }
    }
}
