package fr.pli.exchange.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;

/** Gathers one sealed object in memory, a few MiB at most, and sends it whole: there is no half object to clean up. */
final class S3Writer implements ObjectStore.Writer {

    private static final long PATIENCE = 10;

    private final ObjectName name;
    private final String key;
    private final S3Objects objects;
    private final S3Memory memory;
    private final Runnable closed;
    private final List<byte[]> pieces = new ArrayList<>();
    private final CRC32 crc32 = new CRC32();
    private int room;
    private int length;
    private boolean open = true;

    S3Writer(ObjectName name, String key, S3Objects objects, S3Memory memory, Runnable closed) {
        this.name = name;
        this.key = key;
        this.objects = objects;
        this.memory = memory;
        this.closed = closed;
    }

    @Override
    public ObjectName name() {
        return name;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        crc32.update(bytes, offset, count);
        for (int done = 0; done < count; ) {
            if (room == 0) {
                byte[] piece = memory.take(PATIENCE);
                pieces.add(piece);
                room = piece.length;
            }
            byte[] piece = pieces.getLast();
            int part = Math.min(count - done, room);
            System.arraycopy(bytes, offset + done, piece, piece.length - room, part);
            done += part;
            room -= part;
        }
        length += count;
    }

    @Override
    public void commit() throws IOException {
        objects.put(key, this::content, length, base64(crc32));
    }

    private InputStream content() {
        List<InputStream> parts = new ArrayList<>();
        int left = length;
        for (byte[] piece : pieces) {
            int part = Math.min(left, piece.length);
            parts.add(new ByteArrayInputStream(piece, 0, part));
            left -= part;
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            pieces.forEach(memory::give);
            pieces.clear();
            closed.run();
        }
    }

    static String crc32(byte[] bytes, int length) {
        var crc32 = new CRC32();
        crc32.update(bytes, 0, length);
        return base64(crc32);
    }

    private static String base64(CRC32 crc32) {
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(4).putInt((int) crc32.getValue()).array());
    }
}
