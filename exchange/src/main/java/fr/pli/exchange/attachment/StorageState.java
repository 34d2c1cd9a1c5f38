package fr.pli.exchange.attachment;

/** What the state page, the metrics and {@code doctor} show of the store and its keys (O-4, O-5). */
public interface StorageState {

    /** Bytes that can still be written; -1 when the store cannot be reached. */
    long free();

    /** Bytes that uploads leave free. */
    long reserve();

    /** Whether the key store is there and the key of today's new files is in its last backup (readiness). */
    boolean keysReady();
}
