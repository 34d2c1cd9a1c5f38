package fr.pli.exchange.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.List;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/** Reads segment by segment: nothing of a segment is handed over before its tag was checked. One thread at a time. */
final class SealedContent implements Content {

    private final Manifest manifest;
    private final ObjectStore store;
    private final Sealing sealing;
    private final Broken broken;
    private final byte[] sealed = new byte[Segments.SEALED];
    private final byte[] clear = new byte[Segments.CLEAR];
    private ObjectStore.@Nullable Reader reader;
    private int opened = -1;

    SealedContent(Manifest manifest, ObjectStore store, Sealing sealing, Broken broken) {
        this.manifest = manifest;
        this.store = store;
        this.sealing = sealing;
        this.broken = broken;
    }

    @Override
    public long length() {
        return manifest.length();
    }

    @Override
    public void read(long from, long to, Sink sink) throws IOException {
        if (from < 0 || to > length() || from > to) {
            throw new IndexOutOfBoundsException("bytes " + from + " to " + to + " of " + length());
        }
        long at = from;
        for (int index = extentAt(at); at < to; index++) {
            Extent extent = manifest.extents().get(index);
            long end = Math.min(to, extent.end());
            while (at < end) {
                long segment = (at - extent.offset()) / Segments.CLEAR;
                long start = extent.offset() + segment * Segments.CLEAR;
                int length = segment(index, extent, segment);
                int skip = (int) (at - start);
                int take = (int) Math.min(length - skip, end - at);
                sink.accept(clear, skip, take);
                at += take;
            }
        }
    }

    /** Opens one segment into {@link #clear}. @return its clear length */
    private int segment(int index, Extent extent, long segment) throws IOException {
        long offset = extent.offset() + segment * Segments.CLEAR;
        int length = (int) Math.min(Segments.CLEAR, extent.end() - offset);
        try {
            int size = length + Sealing.OVERHEAD;
            if (reader(index, extent).read(ByteBuffer.wrap(sealed, 0, size), segment * Segments.SEALED) < size) {
                throw new EOFException();
            }
            return sealing.open(Segments.bound(manifest.file(), offset, length), sealed, 0, size, clear);
        } catch (AEADBadTagException wrong) {
            throw broken.found("segment", offset);
        } catch (EOFException shorter) {
            throw broken.found("truncated", offset);
        } catch (NoSuchFileException absent) {
            throw broken.found("absent", offset);
        }
    }

    private ObjectStore.Reader reader(int index, Extent extent) throws IOException {
        ObjectStore.Reader current = reader;
        if (current == null || opened != index) {
            close();
            current = store.open(extent.object());
            reader = current;
            opened = index;
        }
        return current;
    }

    private int extentAt(long offset) {
        List<Extent> extents = manifest.extents();
        int low = 0;
        int high = extents.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (extents.get(middle).offset() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public void close() {
        ObjectStore.Reader current = reader;
        reader = null;
        if (current != null) {
            current.close();
        }
    }

    /** Journals what was found wrong. */
    @FunctionalInterface
    interface Broken {
        IOException found(String what, long offset);
    }
}
