package fr.pli.exchange.attachment;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Units;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Seals what comes in and records it; the record that makes a file whole completes it (U-5). */
@Service
class SealedReception implements Reception {

    /** Task of the analysis pass, staged when a file is complete; the id is the file's. */
    static final String ANALYSIS = "analysis";

    private static final Logger log = LoggerFactory.getLogger(SealedReception.class);

    private final FileRows rows;
    private final FileKeyring keyring;
    private final ObjectStore store;
    private final Units units;
    private final Tasks tasks;
    private final Journal journal;
    private final Clock clock;
    private final long reserve;

    SealedReception(
            FileRows rows,
            FileKeyring keyring,
            ObjectStore store,
            Units units,
            Tasks tasks,
            Journal journal,
            Clock clock,
            AttachmentSettings settings) {
        this.rows = rows;
        this.keyring = keyring;
        this.store = store;
        this.units = units;
        this.tasks = tasks;
        this.journal = journal;
        this.clock = clock;
        this.reserve = settings.reserve();
    }

    @Override
    public Incoming receive(UUID id, long offset, long epoch, boolean whole, Runnable fence) {
        FileRow row = rows.find(id).orElseThrow(AttachmentRefusal.FILE_UNKNOWN::with);
        requireOffset(row, offset);
        requireRoom(1);
        byte[] dataKey = dataKey(row);
        Recorder recorder = extents -> record(id, dataKey, extents, fence);
        return new SealedIncoming(id, offset, epoch, whole, store, new Sealing(dataKey), recorder);
    }

    private byte[] dataKey(FileRow row) {
        try {
            return keyring.unwrap(row);
        } catch (Keys.RefusedKeyException refused) {
            log.error("The data key of file {} is not readable", row.file().id(), refused);
            throw AttachmentRefusal.FILE_ENDED.with();
        }
    }

    private static void requireOffset(FileRow row, long offset) {
        if (row.file().state() != FileState.RECEIVING || row.file().received() != offset) {
            throw AttachmentRefusal.FILE_NOT_RECEIVING.with();
        }
    }

    @Override
    public void requireRoom(long length) {
        try {
            if (store.free() - length < reserve) {
                throw AttachmentRefusal.STORE_FULL.with();
            }
        } catch (IOException failure) {
            log.error("The store cannot be reached", failure);
            throw AttachmentRefusal.STORE_AWAY.with();
        }
    }

    /** One unit: the fence, the extents, the new offset and, when it is the last, the completion. */
    private long record(UUID id, byte[] dataKey, List<Extent> extents, Runnable fence) {
        return units.call(() -> {
            fence.run();
            FileRow row = rows.lock(id).orElseThrow(AttachmentRefusal.FILE_UNKNOWN::with);
            requireOffset(row, extents.getFirst().offset());
            extents.forEach(extent -> rows.addExtent(id, extent));
            long end = extents.getLast().end();
            if (end == row.file().length()) {
                complete(row.file(), dataKey);
            } else {
                rows.received(id, end);
            }
            return end;
        });
    }

    private void complete(StoredFile file, byte[] dataKey) {
        var manifest = new Manifest(file.id(), file.length(), rows.extents(file.id()), null, null);
        rows.complete(file.id(), manifest.seal(dataKey), clock.instant());
        journal.append(Fact.of("file.received").by(file.owner()).file(file.id()).content(null, file.length()));
        tasks.stage(ANALYSIS, file.id().toString(), clock.instant());
    }

    /** Records durable extents that follow each other. */
    @FunctionalInterface
    interface Recorder {
        long record(List<Extent> extents);
    }
}
