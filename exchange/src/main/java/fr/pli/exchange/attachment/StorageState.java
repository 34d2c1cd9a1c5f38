package fr.pli.exchange.attachment;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** What the state page, the metrics and {@code doctor} show of the store and its keys (O-4, O-5). */
public interface StorageState {

    /** What {@link #free} says of a store that states no limit. */
    long UNBOUNDED = ObjectStore.UNBOUNDED;

    /** Bytes that can still be written; -1 when the store cannot be reached. */
    long free();

    /** Bytes that uploads leave free. */
    long reserve();

    /** Whether the key store is there and the key of today's new files is in its last backup (readiness). */
    boolean keysReady();

    /** Since when the store is away, as a node saw when it last looked; empty while it can be used. */
    Optional<Instant> awaySince();

    /** Whether all nodes share it, so that its absence is no fault of one of them. */
    boolean shared();

    /** Folder or address, without secrets. */
    String place();

    /** Writes, reads and removes something there. */
    void rehearse() throws IOException;

    /** The last comparison of store and database, empty until there was one (U-13). */
    Optional<Comparison> compared();

    /**
     * What a comparison counted.
     *
     * @param objects in the store
     * @param recorded objects that rows name
     * @param removed objects that no row had named for a day
     * @param spared such objects too, but so many that a person must look first
     * @param absent recorded, and not there
     * @param resized there, with another size
     */
    record Comparison(Instant at, long objects, long recorded, long removed, long spared, long absent, long resized) {

        public boolean wrong() {
            return spared + absent + resized > 0;
        }
    }
}
