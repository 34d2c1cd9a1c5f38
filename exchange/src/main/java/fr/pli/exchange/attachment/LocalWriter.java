package fr.pli.exchange.attachment;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes one object around the page cache where the file system allows it: bytes that are synced at once gain nothing
 * from the cache, and leaving it out made write and sync five times faster. The last block is padded to the alignment
 * and the file then cut to its true size.
 */
final class LocalWriter implements ObjectStore.Writer {

    private static final int ALIGNMENT = 4096;
    private static final int BUFFER = 1024 * 1024;

    /** Buffers outside the heap are dear to make: they are used again, a few are kept. */
    private static final ConcurrentLinkedQueue<ByteBuffer> IDLE = new ConcurrentLinkedQueue<>();

    private static final int KEPT = 8;

    private final ObjectName name;
    private final Path path;
    private final FileChannel channel;
    private @Nullable ByteBuffer buffer;
    private long size;
    private boolean committed;

    LocalWriter(ObjectName name, Path path) throws IOException {
        this.name = name;
        this.path = path;
        this.channel = open(path);
        ByteBuffer idle = IDLE.poll();
        this.buffer = idle != null
                ? idle.clear()
                : ByteBuffer.allocateDirect(BUFFER + ALIGNMENT)
                        .alignedSlice(ALIGNMENT)
                        .limit(BUFFER)
                        .slice();
    }

    private static FileChannel open(Path path) throws IOException {
        try {
            return open(path, ExtendedOpenOption.DIRECT);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | IOException notHere) {
            // tmpfs and some network file systems know no direct access
            Files.deleteIfExists(path);
            return open(path, StandardOpenOption.WRITE);
        }
    }

    private static FileChannel open(Path path, OpenOption access) throws IOException {
        return FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, access),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    @Override
    public ObjectName name() {
        return name;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer target = buffer();
        for (int done = 0; done < length; ) {
            int part = Math.min(length - done, target.remaining());
            target.put(bytes, offset + done, part);
            done += part;
            if (!target.hasRemaining()) {
                flush(target);
            }
        }
        size += length;
    }

    private void flush(ByteBuffer full) throws IOException {
        full.flip();
        while (full.hasRemaining()) {
            channel.write(full);
        }
        full.clear();
    }

    @Override
    public void commit() throws IOException {
        ByteBuffer rest = buffer();
        if (rest.position() > 0) {
            while (rest.position() % ALIGNMENT != 0) {
                rest.put((byte) 0);
            }
            flush(rest);
            channel.truncate(size);
        }
        release();
        channel.force(false);
        channel.close();
        Durable.sync(Durable.parent(path));
        committed = true;
    }

    private ByteBuffer buffer() {
        if (buffer == null) {
            throw new IllegalStateException("object " + name + " is closed");
        }
        return buffer;
    }

    @Override
    public void close() {
        Durable.closeQuietly(channel);
        if (!committed) {
            Durable.deleteQuietly(path);
        }
        release();
    }

    private void release() {
        ByteBuffer mine = buffer;
        buffer = null;
        if (mine != null && IDLE.size() < KEPT) {
            IDLE.add(mine);
        }
    }
}
