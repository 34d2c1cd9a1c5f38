package fr.pli.exchange.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in a PKCS#12 file of one host. A key is used for new files only when the newest backup contains it. The file is
 * looked at before each use: taken away, nothing is wrapped or unwrapped any more; brought back, it is read again.
 */
final class FileKeys implements Keys, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FileKeys.class);

    private final KeyFolder folder;
    private final KeyBackups backups;
    private final Clock clock;
    private final Map<String, SecretKey> known = new ConcurrentHashMap<>();
    private @Nullable KeyFile file;
    private @Nullable Object version;
    private Set<String> backedUp = Set.of();

    /**
     * @param virgin whether nothing was ever wrapped: only then a new key store may be made, never in place of one that
     *     is merely absent
     */
    FileKeys(KeyFolder folder, KeyBackups backups, Clock clock, BooleanSupplier virgin) throws IOException {
        this.folder = folder;
        this.backups = backups;
        this.clock = clock;
        if (folder.untouched() && virgin.getAsBoolean()) {
            KeyFile.empty(folder.newPassword()).write(folder.file());
            log.info("A new key store was made: {}", folder.file());
        }
    }

    @Override
    public synchronized void prepare(Collection<Bucket> buckets) {
        List<Bucket> missing =
                buckets.stream().filter(b -> newest(b).isEmpty()).distinct().toList();
        if (!missing.isEmpty()) {
            add(missing.stream().map(b -> b.key(clock.instant())).toList());
        }
    }

    @Override
    public synchronized String current(Bucket bucket) {
        prepare(List.of(bucket));
        return newest(bucket).orElseThrow();
    }

    @Override
    public synchronized String renew(Bucket bucket) {
        Instant now = clock.instant();
        Instant after =
                newest(bucket).map(key -> Bucket.made(key).plusSeconds(1)).orElse(now);
        String key = bucket.key(after.isAfter(now) ? after : now);
        add(List.of(key));
        return key;
    }

    private Optional<String> newest(Bucket bucket) {
        return file().names(bucket.prefix()).stream()
                .filter(backedUp::contains)
                .max(Comparator.comparing(Bucket::made));
    }

    private void add(List<String> names) {
        KeyFile keys = file();
        names.stream().filter(name -> !keys.has(name)).forEach(name -> keys.add(name, Sealing.randomKey()));
        write(keys);
        backUp();
    }

    @Override
    public byte[] wrap(String key, UUID file, byte[] dataKey) {
        SecretKey found = key(key);
        if (found == null) {
            throw new IllegalStateException("there is no key " + key);
        }
        return new Sealing(found).seal(bound(file), dataKey);
    }

    @Override
    public byte[] unwrap(String key, UUID file, byte[] wrapped) throws RefusedKeyException {
        SecretKey found = key(key);
        if (found == null) {
            throw new RefusedKeyException("key " + key + " was destroyed");
        }
        try {
            return new Sealing(found).open(bound(file), wrapped);
        } catch (AEADBadTagException wrong) {
            throw new RefusedKeyException("the wrapped key is not this file's");
        }
    }

    private static byte[] bound(UUID file) {
        return Segments.bound(file, -1, Sealing.KEY);
    }

    private @Nullable SecretKey key(String name) {
        synchronized (this) {
            KeyFile keys = file();
            SecretKey cached = known.get(name);
            if (cached != null) {
                return cached;
            }
            SecretKey key = keys.key(name);
            if (key != null) {
                known.put(name, key);
            }
            return key;
        }
    }

    @Override
    public synchronized void destroy(String key) {
        KeyFile keys = file();
        known.remove(key);
        if (keys.has(key)) {
            keys.remove(key);
            write(keys);
        }
    }

    @Override
    public synchronized Set<String> names() {
        return file().names();
    }

    @Override
    public synchronized void tendBackups() {
        try {
            file();
            backups.removeOld();
            if (!backups.recent()) {
                backUp();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the backups of the key store cannot be tended", failure);
        }
    }

    private void backUp() {
        try {
            backups.make(folder.file());
            backedUp = file().names();
        } catch (IOException failure) {
            log.error("The key store cannot be backed up: new keys are not used until it can", failure);
            throw AttachmentRefusal.KEYS_AWAY.with();
        }
    }

    private void write(KeyFile keys) {
        try {
            keys.write(folder.file());
            version = folder.version();
        } catch (IOException failure) {
            file = null;
            log.error("The key store cannot be written", failure);
            throw AttachmentRefusal.KEYS_AWAY.with();
        }
    }

    /** The file as it is now, read again when it was replaced. */
    private KeyFile file() {
        Object now = folder.version();
        if (now == null) {
            forget();
            throw AttachmentRefusal.KEYS_AWAY.with();
        }
        KeyFile read = file;
        if (read == null || !now.equals(version)) {
            read = read();
            version = now;
        }
        return read;
    }

    private KeyFile read() {
        forget();
        try {
            char[] password = folder.password();
            KeyFile read = KeyFile.read(folder.file(), password);
            Optional<Path> backup = backups.newest();
            backedUp = backup.isEmpty()
                    ? new HashSet<>()
                    : KeyFile.read(backup.get(), password).names();
            file = read;
            return read;
        } catch (IOException | IllegalStateException failure) {
            log.error("The key store cannot be read", failure);
            throw AttachmentRefusal.KEYS_AWAY.with();
        }
    }

    private void forget() {
        file = null;
        known.clear();
    }

    @Override
    public void close() {
        folder.close();
    }
}
