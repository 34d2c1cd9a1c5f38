package fr.pli.exchange.attachment;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * The keys that wrap the data keys of files, several for each {@link Bucket} over time (U-13). Keys never leave it.
 * Implementations are safe for threads; every method refuses with {@link AttachmentRefusal#KEYS_AWAY} while the key
 * store cannot be reached.
 */
interface Keys {

    /** Makes a key for each of the buckets that has none, and backs the new ones up. */
    void prepare(Collection<Bucket> buckets);

    /** The newest key of the bucket that the last backup contains; made and backed up first if there is none. */
    String current(Bucket bucket);

    /** A new key for the bucket, newer than all others of it, backed up. */
    String renew(Bucket bucket);

    /** Wraps a data key, bound to its file. */
    byte[] wrap(String key, UUID file, byte[] dataKey);

    /** @throws RefusedKeyException when the key was destroyed or the wrapped bytes are not what was wrapped */
    byte[] unwrap(String key, UUID file, byte[] wrapped) throws RefusedKeyException;

    /** From now on nothing wrapped by this key can be read; an absent key is no error. */
    void destroy(String key);

    Set<String> names();

    /** Makes a backup when the newest one is older than a day, and removes those that have lived long enough. */
    void tendBackups();

    /** The wrapped key is not readable: destroyed, or not what was wrapped for this file. */
    final class RefusedKeyException extends Exception {
        private static final long serialVersionUID = 1;

        RefusedKeyException(String message) {
            super(message);
        }
    }
}
