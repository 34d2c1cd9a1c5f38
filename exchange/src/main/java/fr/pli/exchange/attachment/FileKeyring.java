package fr.pli.exchange.attachment;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The data keys of files: wrapped when their life is known, unwrapped when their bytes are needed. */
@Component
class FileKeyring {

    private final Keys keys;
    private final Duration backupLife;

    FileKeyring(Keys keys, AttachmentSettings settings) {
        this.keys = keys;
        this.backupLife = Duration.ofDays(settings.keyBackupDays());
    }

    Wrapped wrap(UUID file, byte[] dataKey, Bucket bucket) {
        String key = keys.current(bucket);
        return new Wrapped(key, keys.wrap(key, file, dataKey));
    }

    byte[] unwrap(FileRow row) throws Keys.RefusedKeyException {
        String key = row.key();
        byte[] wrapped = row.wrappedKey();
        if (key == null || wrapped == null) {
            throw AttachmentRefusal.FILE_ENDED.with();
        }
        return keys.unwrap(key, row.file().id(), wrapped);
    }

    FileRows.Life life(@Nullable Instant until) {
        Instant destroyed = Bucket.until(until).destroyedAfter();
        return new FileRows.Life(until, destroyed == null ? null : unreadableAfter(destroyed));
    }

    /** When the last backup ends that may hold a key destroyed at {@code destroyed}. */
    Instant unreadableAfter(Instant destroyed) {
        return destroyed.plus(backupLife);
    }

    /** @param key name of the key it was wrapped with */
    record Wrapped(String key, byte[] bytes) {}
}
