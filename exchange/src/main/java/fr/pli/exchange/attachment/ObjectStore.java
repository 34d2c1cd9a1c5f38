package fr.pli.exchange.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where sealed bytes lie (U-12). An object is written once, by one writer, and never changed; it counts only when a row
 * names it. Names are made by the platform ({@link ObjectName}), never by people. Implementations are safe for threads
 * and pass the contract test.
 */
interface ObjectStore {

    /** What {@link #free} says of a store without a known end. */
    long UNBOUNDED = Long.MAX_VALUE;

    /** Largest object to begin now, in bytes of clear text, a multiple of one segment: a long upload begins a new one then. */
    int extentLimit();

    /** Begins a new object; fails when the name is taken. */
    Writer create(ObjectName name) throws IOException;

    /** @throws java.nio.file.NoSuchFileException when there is no such object, here or at the first use of the reader */
    Reader open(ObjectName name) throws IOException;

    /** Removes the object; an absent one is no error. */
    void delete(ObjectName name) throws IOException;

    /** Hands over everything that lies in the store, in batches and in no order; what is added meanwhile may be missing. */
    void list(Consumer<Collection<Stored>> batches) throws IOException;

    /** Sizes of those of the objects that exist; the names come in the order of their text. */
    Map<ObjectName, Long> sizes(List<ObjectName> names) throws IOException;

    /** Bytes that can still be written, {@link #UNBOUNDED} where nobody says so; fails fast while the store is away. */
    long free() throws IOException;

    /** Looks whether the store can be used now; cheap. */
    void check() throws IOException;

    /** Writes, reads and removes something: everything the platform must be able to do there. */
    void rehearse() throws IOException;

    /** Whether all nodes use the same: then its absence is no fault of one node. */
    boolean shared();

    /** Where it is, for people. */
    String place();

    /** Writes one object. Without {@link #commit} before {@link #close} nothing remains of it. Not safe for threads. */
    interface Writer extends AutoCloseable {

        ObjectName name();

        void write(byte[] bytes, int offset, int length) throws IOException;

        /** Returns when the object is durable under its name: bytes, size and folder. */
        void commit() throws IOException;

        @Override
        void close();
    }

    /** Reads one object. Safe for threads. */
    interface Reader extends AutoCloseable {

        long size() throws IOException;

        /** Fills the buffer from {@code position} on. @return bytes read, fewer only at the end of the object */
        int read(ByteBuffer buffer, long position) throws IOException;

        @Override
        void close();
    }

    /** What a listing tells of one object. */
    record Stored(ObjectName name, long size, Instant changed) {}
}
