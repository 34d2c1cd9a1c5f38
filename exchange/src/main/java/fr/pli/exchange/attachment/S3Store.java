package fr.pli.exchange.attachment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects in a bucket of an S3-compatible store, each put whole (ADR 0038). Keys begin with the first digits of the
 * file's id, which are its time, so that they sort as names do.
 */
final class S3Store implements ObjectStore, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(S3Store.class);
    private static final int LARGEST = 64 * Segments.CLEAR;
    private static final int SMALLEST = 4 * Segments.CLEAR;
    private static final int FOLDER = 6;

    private final S3Settings settings;
    private final S3Objects objects;
    private final S3Memory incoming;
    private final S3Memory ahead;
    private final AtomicInteger writers = new AtomicInteger();

    S3Store(S3Settings settings) {
        this.settings = settings;
        this.objects = new S3Objects(settings);
        this.incoming = new S3Memory(4 * Segments.SEALED, settings.memory() / 2);
        this.ahead = new S3Memory(16 * Segments.SEALED, settings.memory() / 2);
    }

    /**
     * Refuses to start when the store answers and says no. One that does not answer may come back: the node starts, says
     * so, and heals by itself.
     */
    void checkAtStart() throws IOException {
        try {
            objects.rehearse();
        } catch (S3RefusedException refused) {
            throw new IllegalStateException(
                    "Pli cannot use its object store " + settings.place() + ": " + refused.getMessage(), refused);
        } catch (IOException away) {
            log.error(
                    "The object store {} cannot be used now: uploads and downloads are refused until it answers ({})",
                    settings.place(),
                    away.getMessage());
        }
    }

    /** The more uploads there are at once, the smaller their objects: together they fit into the memory set aside. */
    @Override
    public int extentLimit() {
        long share = settings.memory() / 2 / (4L * (writers.get() + 1));
        return (int) Math.clamp(share / Segments.CLEAR * Segments.CLEAR, SMALLEST, LARGEST);
    }

    @Override
    public Writer create(ObjectName name) {
        writers.incrementAndGet();
        return new S3Writer(name, key(name), objects, incoming, writers::decrementAndGet);
    }

    @Override
    public Reader open(ObjectName name) {
        return new S3Reader(key(name), objects, ahead);
    }

    @Override
    public void delete(ObjectName name) throws IOException {
        objects.delete(key(name));
    }

    @Override
    public void list(Consumer<Collection<Stored>> batches) throws IOException {
        ListObjectsV2Response page = objects.list(settings.prefix());
        while (!page.contents().isEmpty()) {
            List<Stored> batch = new ArrayList<>();
            page.contents().forEach(object -> stored(object).ifPresent(batch::add));
            batches.accept(batch);
            page = objects.list(page.contents().getLast().key());
        }
    }

    /** The names lie close together, so one listing from the first to the last tells of nearly no other. */
    @Override
    public Map<ObjectName, Long> sizes(List<ObjectName> names) throws IOException {
        Map<ObjectName, Long> sizes = new HashMap<>();
        ObjectName first = names.getFirst();
        try {
            sizes.put(first, objects.size(key(first)));
        } catch (java.nio.file.NoSuchFileException absent) {
            log.debug("Object {} is absent", first);
        }
        String last = key(names.getLast());
        String after = key(first);
        while (after.compareTo(last) < 0) {
            ListObjectsV2Response page = objects.list(after);
            page.contents().forEach(object -> stored(object).ifPresent(found -> sizes.put(found.name(), found.size())));
            after = page.contents().isEmpty() ? last : page.contents().getLast().key();
        }
        sizes.keySet().retainAll(names);
        return sizes;
    }

    private Optional<Stored> stored(S3Object object) {
        String key = object.key();
        return ObjectName.parse(key.substring(key.lastIndexOf('/') + 1))
                .filter(name -> key(name).equals(key))
                .map(name -> new Stored(name, object.size(), object.lastModified()));
    }

    @Override
    public long free() throws IOException {
        if (objects.failing()) {
            throw new IOException("the object store failed a moment ago");
        }
        return UNBOUNDED;
    }

    @Override
    public void check() throws IOException {
        objects.look();
    }

    @Override
    public void rehearse() throws IOException {
        objects.rehearse();
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public String place() {
        return settings.place();
    }

    /** Bytes of memory lent to transfers now. */
    long memoryInUse() {
        return (long) incoming.lent() * 4 * Segments.SEALED + (long) ahead.lent() * 16 * Segments.SEALED;
    }

    private String key(ObjectName name) {
        String text = name.toString();
        return settings.prefix() + text.substring(0, FOLDER) + "/" + text;
    }

    @Override
    public void close() {
        objects.close();
    }
}
