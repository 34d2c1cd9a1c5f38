package fr.pli.exchange.attachment;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens complete files: the clock, the key and the manifest are checked before the first byte is read. */
@Component
class Reading {

    private static final Logger log = LoggerFactory.getLogger(Reading.class);

    private final FileRows rows;
    private final FileKeyring keyring;
    private final ObjectStore store;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    Reading(FileRows rows, FileKeyring keyring, ObjectStore store, Journal journal, Units units, Clock clock) {
        this.rows = rows;
        this.keyring = keyring;
        this.store = store;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    Content open(UUID id) throws IOException {
        FileRow row = rows.find(id).orElseThrow(AttachmentRefusal.FILE_UNKNOWN::with);
        StoredFile file = row.file();
        Instant end = file.keptUntil();
        if (file.state() == FileState.ERASED || end != null && !clock.instant().isBefore(end)) {
            throw AttachmentRefusal.FILE_ENDED.with();
        }
        byte[] seal = row.manifest();
        if (!file.complete() || seal == null) {
            throw AttachmentRefusal.FILE_UNKNOWN.with();
        }
        byte[] dataKey = dataKey(row);
        List<Extent> extents = rows.extents(id);
        var manifest = new Manifest(id, file.length(), extents, file.sha256(), file.crc32());
        if (!manifest.verify(dataKey, seal)) {
            throw broken(id, "manifest", 0);
        }
        return new SealedContent(manifest, store, new Sealing(dataKey), (reason, offset) -> broken(id, reason, offset));
    }

    private byte[] dataKey(FileRow row) throws BrokenFile {
        try {
            return keyring.unwrap(row);
        } catch (Keys.RefusedKeyException refused) {
            throw broken(row.file().id(), "key", 0);
        }
    }

    private BrokenFile broken(UUID id, String reason, long offset) {
        log.error("File {} is not what was sealed: {} at {}", id, reason, offset);
        units.run(() -> journal.append(
                Fact.of("file.broken").file(id).detail("what", reason).detail("offset", offset)));
        return new BrokenFile("file " + id + ": " + reason + " at " + offset);
    }
}
