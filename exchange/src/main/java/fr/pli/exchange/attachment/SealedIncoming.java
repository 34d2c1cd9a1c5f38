package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pipeline of three steps that overlap: the caller reads blocks from the connection, a second thread seals and writes
 * them, a third syncs finished objects and records them. At most {@value #BLOCKS} blocks and two unrecorded objects are
 * under way, so memory and loss are bounded whatever the length.
 */
final class SealedIncoming implements Incoming {

    private static final Logger log = LoggerFactory.getLogger(SealedIncoming.class);
    private static final int BLOCK = 4 * Segments.CLEAR;
    private static final int BLOCKS = 4;
    private static final int OBJECTS = 2;
    private static final long EVERY = TimeUnit.SECONDS.toNanos(2);
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("sealing").start(task);

    private final UUID file;
    private final long epoch;
    private final boolean whole;
    private final ObjectStore store;
    private final Sealing sealing;
    private final SealedReception.Recorder recorder;

    // the caller's
    private final Semaphore blocks = new Semaphore(BLOCKS);
    private final Semaphore objects = new Semaphore(OBJECTS);
    private final ConcurrentLinkedQueue<byte[]> idle = new ConcurrentLinkedQueue<>();
    private CompletableFuture<Void> sealed = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> recorded = CompletableFuture.completedFuture(null);
    private byte @Nullable [] block;
    private int filled;
    private long offset;
    private long begun;
    private int limit;
    private long due = System.nanoTime() + EVERY;

    // passed from step to step
    private final byte[] segment = new byte[Segments.SEALED];
    private final List<Extent> unrecorded = new ArrayList<>();
    private final ConcurrentLinkedQueue<ObjectStore.Writer> uncommitted = new ConcurrentLinkedQueue<>();
    private ObjectStore.@Nullable Writer writer;
    private long acknowledged;

    SealedIncoming(
            UUID file,
            long offset,
            long epoch,
            boolean whole,
            ObjectStore store,
            Sealing sealing,
            SealedReception.Recorder recorder) {
        this.file = file;
        this.offset = offset;
        this.begun = offset;
        this.acknowledged = offset;
        this.epoch = epoch;
        this.whole = whole;
        this.store = store;
        this.limit = store.extentLimit();
        this.sealing = sealing;
        this.recorder = recorder;
    }

    @Override
    public void take(InputStream source, long most) throws IOException {
        for (long left = most; left > 0; ) {
            byte[] into = block();
            long room = Math.min(BLOCK - filled, limit - (offset - begun));
            int read = source.read(into, filled, (int) Math.min(room, left));
            if (read < 0) {
                return;
            }
            filled += read;
            offset += read;
            left -= read;
            boolean ends = offset - begun == limit || !whole && System.nanoTime() - due >= 0;
            if (ends || filled == BLOCK) {
                passOn(ends);
            }
        }
    }

    private byte[] block() {
        byte[] current = block;
        if (current == null) {
            if (sealed.isCompletedExceptionally() || recorded.isCompletedExceptionally()) {
                await(recorded);
            }
            blocks.acquireUninterruptibly();
            byte[] used = idle.poll();
            current = used == null ? new byte[BLOCK] : used;
            block = current;
            filled = 0;
        }
        return current;
    }

    /** Hands the block to the sealing step, and the object it ends to the recording step. */
    private void passOn(boolean endsExtent) {
        byte[] full = block;
        if (full != null) {
            int length = filled;
            long at = offset - length;
            ObjectName name = new ObjectName(file, epoch, begun);
            block = null;
            filled = 0;
            sealed = sealed.thenRunAsync(() -> seal(full, length, at, name), THREADS);
            sealed.whenComplete((done, failure) -> {
                idle.add(full);
                blocks.release();
            });
        }
        if (endsExtent) {
            endExtent();
        }
    }

    private void endExtent() {
        Extent extent = new Extent(begun, offset - begun, new ObjectName(file, epoch, begun));
        objects.acquireUninterruptibly();
        CompletableFuture<ObjectStore.Writer> finished = sealed.thenApply(done -> detach());
        sealed = finished.thenAccept(object -> {});
        recorded = recorded.thenCombineAsync(
                finished,
                (done, object) -> {
                    store(object, extent);
                    return done;
                },
                THREADS);
        recorded.whenComplete((done, failure) -> objects.release());
        begun = offset;
        limit = store.extentLimit();
        due = System.nanoTime() + EVERY;
    }

    private void seal(byte[] clear, int length, long at, ObjectName name) {
        try {
            ObjectStore.Writer object = writer;
            if (object == null) {
                object = store.create(name);
                writer = object;
            }
            for (int done = 0; done < length; done += Segments.CLEAR) {
                int part = Math.min(Segments.CLEAR, length - done);
                int size = sealing.seal(Segments.bound(file, at + done, part), clear, done, part, segment, 0);
                object.write(segment, 0, size);
            }
        } catch (IOException failure) {
            throw new CompletionException(failure);
        }
    }

    private ObjectStore.Writer detach() {
        ObjectStore.Writer object = Objects.requireNonNull(writer);
        uncommitted.add(object);
        writer = null;
        return object;
    }

    private void store(ObjectStore.Writer object, Extent extent) {
        try (object) {
            object.commit();
        } catch (IOException failure) {
            throw new CompletionException(failure);
        } finally {
            uncommitted.remove(object);
        }
        unrecorded.add(extent);
        if (!whole) {
            record();
        }
    }

    /**
     * Objects are removed again only when the record was refused: after any other failure the database may have taken
     * it all the same, and the sweep finds out later.
     */
    private void record() {
        List<Extent> extents = List.copyOf(unrecorded);
        unrecorded.clear();
        try {
            acknowledged = recorder.record(extents);
        } catch (RefusedException refused) {
            unrecorded.addAll(extents);
            throw refused;
        }
    }

    @Override
    public long finish() {
        if (offset > begun) {
            passOn(true);
        }
        await(recorded);
        if (!unrecorded.isEmpty()) {
            record();
        }
        return acknowledged;
    }

    private static void await(CompletableFuture<Void> step) {
        try {
            step.join();
        } catch (CompletionException failure) {
            throw refusal(failure.getCause());
        }
    }

    private static RuntimeException refusal(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException known) {
            return known;
        }
        log.error("The store failed while a file was written", cause);
        String message = String.valueOf(cause == null ? null : cause.getMessage());
        boolean full = message.contains("No space left") || message.contains("quota");
        return (full ? AttachmentRefusal.STORE_FULL : AttachmentRefusal.STORE_AWAY).with();
    }

    @Override
    public void close() {
        sealed.exceptionally(failure -> null).join();
        recorded.exceptionally(failure -> null).join();
        ObjectStore.Writer unfinished = writer;
        if (unfinished != null) {
            unfinished.close();
        }
        // whole, but the one before it failed
        uncommitted.forEach(ObjectStore.Writer::close);
        for (Extent extent : unrecorded) {
            try {
                store.delete(extent.object());
            } catch (IOException failure) {
                log.warn("An unrecorded object could not be removed, the daily sweep will try again", failure);
            }
        }
        unrecorded.clear();
    }
}
