package fr.pli.exchange.attachment;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored files: what is known of each, their clear bytes, and how long their keys live. */
public interface StoredFiles {

    /** Makes an empty file of a declared length with a data key of its own, wrapped for the day of {@code until}. */
    UUID create(UUID owner, long length, @Nullable Instant until);

    Optional<StoredFile> find(UUID id);

    Map<UUID, StoredFile> findAll(Collection<UUID> ids);

    /** Remembers the fingerprint the sender's own client computed; refused once another one was given. */
    void claim(UUID id, String sha256);

    /** Re-wraps the data keys for the day of {@code until} (null: without end), in the current transaction (U-13). */
    void keepUntil(Collection<UUID> ids, @Nullable Instant until);

    /**
     * Without end, re-wraps the data keys by the key of what the files belong to, in the current transaction (ADR 0065).
     *
     * @param keeper id of the expertise or designation
     */
    void keepFor(Collection<UUID> ids, UUID keeper);

    /**
     * Opens a complete file for reading after its manifest was checked; no database connection is held afterwards.
     *
     * @throws IOException when its bytes are gone or are not what was sealed; the failure is journaled
     */
    Content open(UUID id) throws IOException;

    /**
     * Ends a file: its wrapped key leaves the database with the current transaction, its bytes are removed by a task.
     * Ending it again is harmless. Heard as {@link FileErased} when the bytes are gone.
     */
    void erase(UUID id);
}
