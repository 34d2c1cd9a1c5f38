package fr.pli.exchange.attachment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code file}: what others may see, and what only this feature may.
 *
 * @param key name of the key that wraps the data key
 * @param wrappedKey null once the file is erased
 * @param manifest seal of the {@link Manifest}, once complete
 */
record FileRow(
        StoredFile file,
        @Nullable String key,
        byte @Nullable [] wrappedKey,
        byte @Nullable [] manifest,
        @Nullable Instant erasableAfter) {}
