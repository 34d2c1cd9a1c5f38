package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Units;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Stored files as sealed extents in an {@link ObjectStore}, their keys in {@link Keys}. */
@Service
class SealedFiles implements StoredFiles {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final FileRows rows;
    private final FileKeyring keyring;
    private final Reading reading;
    private final Units units;
    private final Tasks tasks;
    private final Clock clock;

    SealedFiles(FileRows rows, FileKeyring keyring, Reading reading, Units units, Tasks tasks, Clock clock) {
        this.rows = rows;
        this.keyring = keyring;
        this.reading = reading;
        this.units = units;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public UUID create(UUID owner, long length, @Nullable Instant until) {
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        var wrapped = keyring.wrap(id, Sealing.randomKey(), Bucket.until(until));
        units.run(() -> rows.insert(id, owner, length, wrapped.key(), wrapped.bytes(), now, keyring.life(until)));
        return id;
    }

    @Override
    public Optional<StoredFile> find(UUID id) {
        return rows.find(id).map(FileRow::file);
    }

    @Override
    public Map<UUID, StoredFile> findAll(Collection<UUID> ids) {
        return rows.findAll(ids).stream()
                .map(FileRow::file)
                .collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    @Override
    public void claim(UUID id, String sha256) {
        String folded = sha256.toLowerCase(Locale.ROOT);
        if (!SHA256.matcher(folded).matches()) {
            throw AttachmentRefusal.FINGERPRINT_MALFORMED.with();
        }
        units.run(() -> {
            if (!rows.claim(id, folded)) {
                throw (rows.find(id).isPresent()
                                ? AttachmentRefusal.FINGERPRINT_DIFFERS
                                : AttachmentRefusal.FILE_UNKNOWN)
                        .with();
            }
        });
    }

    @Override
    public void keepUntil(Collection<UUID> ids, @Nullable Instant until) {
        rewrap(ids, Bucket.until(until), until);
    }

    @Override
    public void keepFor(Collection<UUID> ids, UUID keeper) {
        rewrap(ids, Bucket.of(keeper), null);
    }

    private void rewrap(Collection<UUID> ids, Bucket bucket, @Nullable Instant until) {
        // always in the same order, so that two callers do not wait for each other
        List<UUID> ordered = ids.stream().distinct().sorted().toList();
        units.run(() -> ordered.forEach(id -> rows.lock(id).ifPresent(row -> rewrap(row, bucket, until))));
    }

    private void rewrap(FileRow row, Bucket bucket, @Nullable Instant until) {
        if (row.wrappedKey() == null) {
            return;
        }
        try {
            var wrapped = keyring.wrap(row.file().id(), keyring.unwrap(row), bucket);
            rows.wrap(row.file().id(), wrapped.key(), wrapped.bytes(), keyring.life(until));
        } catch (Keys.RefusedKeyException destroyed) {
            throw AttachmentRefusal.FILE_ENDED.with();
        }
    }

    @Override
    public Content open(UUID id) throws IOException {
        return reading.open(id);
    }

    @Override
    public void erase(UUID id) {
        units.run(() -> {
            if (rows.end(id)) {
                tasks.stage(FileErasure.NAME, id.toString(), clock.instant());
            }
        });
    }
}
