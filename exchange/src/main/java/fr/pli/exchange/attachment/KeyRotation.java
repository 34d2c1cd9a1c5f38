package fr.pli.exchange.attachment;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Replaces keys: data keys and small secrets are wrapped anew, no byte of a file changes (U-3). */
@Component
class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);
    private static final int BATCH = 500;

    /** A file may be created with the former key while a newer one is made: the former one stays a day. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final Keys keys;
    private final FileKeyring keyring;
    private final FileRows rows;
    private final List<SealedRows> others;
    private final Journal journal;
    private final Units units;
    private final Clock clock;
    private final Duration age;

    KeyRotation(
            Keys keys,
            FileKeyring keyring,
            FileRows rows,
            List<SealedRows> others,
            Journal journal,
            Units units,
            Clock clock,
            AttachmentSettings settings) {
        this.keys = keys;
        this.keyring = keyring;
        this.rows = rows;
        this.others = others;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
        this.age = settings.keyRotation();
    }

    /** Replaces keys older than the setting and finishes replacements begun before. */
    void replaceOld() {
        Instant now = clock.instant();
        for (String key : keys.names()) {
            String current = keys.current(Bucket.ofKey(key));
            if (current.equals(key)) {
                if (Bucket.made(key).plus(age).isBefore(now)) {
                    replace(key);
                }
            } else {
                leave(key, Bucket.made(current).plus(OVERLAP).isBefore(now));
            }
        }
    }

    /** Makes a newer key for the bucket and wraps by it what {@code key} has wrapped. */
    void replace(String key) {
        String newer = keys.renew(Bucket.ofKey(key));
        units.run(
                () -> journal.append(Fact.of("key.replaced").detail("key", key).detail("by", newer)));
        leave(key, false);
    }

    private void leave(String key, boolean destroy) {
        UUID last = new UUID(0, 0);
        for (List<UUID> files = rows.wrappedBy(key, last, BATCH);
                !files.isEmpty();
                files = rows.wrappedBy(key, last, BATCH)) {
            files.forEach(this::rewrap);
            last = files.getLast();
        }
        others.forEach(other -> other.sealAnew(key));
        if (destroy && !needed(key)) {
            keys.destroy(key);
            log.info("The replaced key {} was destroyed", key);
        }
    }

    /** What has no end is never made unreadable, whatever kept it from being wrapped anew (E-5). */
    private boolean needed(String key) {
        boolean endless = Bucket.ofKey(key).destroyedAfter() == null;
        return endless && !rows.wrappedBy(key, new UUID(0, 0), 1).isEmpty();
    }

    /** What has no end stays with what it belongs to. */
    private static Bucket bucket(FileRow row, @Nullable Instant until) {
        String key = row.key();
        return until == null && key != null ? Bucket.ofKey(key) : Bucket.until(until);
    }

    private void rewrap(UUID file) {
        units.run(() -> rows.lock(file).ifPresent(row -> {
            try {
                Instant until = row.file().keptUntil();
                var wrapped = keyring.wrap(file, keyring.unwrap(row), bucket(row, until));
                rows.wrap(file, wrapped.key(), wrapped.bytes(), keyring.life(until));
            } catch (Keys.RefusedKeyException refused) {
                log.error("The data key of file {} is not readable and was not wrapped anew", file, refused);
                journal.append(Fact.of("file.broken").file(file).detail("what", "key"));
            }
        }));
    }
}
