package fr.pli.exchange.upload;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.FileErased;
import fr.pli.exchange.attachment.FileState;
import fr.pli.exchange.attachment.FirstBytes;
import fr.pli.exchange.attachment.Incoming;
import fr.pli.exchange.attachment.Reception;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Resumable uploads (U-1, U-2). Each request that may change the offset first raises the upload's epoch; what an
 * overtaken request still holds is never recorded, so a client takes over from its own dead connection at once.
 */
@Service
public class Uploads {

    private final UploadRows rows;
    private final StoredFiles files;
    private final Reception reception;
    private final FirstBytes firstBytes;
    private final Journal journal;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final UploadSettings settings;
    private final Semaphore sending;

    Uploads(
            UploadRows rows,
            StoredFiles files,
            Reception reception,
            FirstBytes firstBytes,
            Journal journal,
            Units units,
            ApplicationEventPublisher events,
            Clock clock,
            UploadSettings settings) {
        this.rows = rows;
        this.files = files;
        this.reception = reception;
        this.firstBytes = firstBytes;
        this.journal = journal;
        this.units = units;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
        this.sending = new Semaphore(settings.concurrent());
    }

    public long maxLength() {
        return settings.maxLength();
    }

    public Upload create(Person owner, long length, UploadMetadata metadata) {
        if (length == 0) {
            throw UploadRefusal.EMPTY.with(metadata.path());
        }
        if (length > settings.maxLength()) {
            throw UploadRefusal.TOO_LARGE.with(metadata.path(), settings.maxLength());
        }
        UUID container = metadata.container();
        reception.requireRoom(length);
        Instant now = clock.instant();
        Instant expires = now.plus(settings.abandonedAfter());
        UUID id = units.call(() -> {
            UUID file = files.create(owner.id(), length, expires);
            rows.insert(file, owner.id(), metadata.header(), now);
            events.publishEvent(new UploadCreated(file, owner.id(), container, metadata.path(), length));
            metadata.fingerprint().ifPresent(sha256 -> files.claim(file, sha256));
            return file;
        });
        return new Upload(id, length, 0, metadata.header(), expires);
    }

    /** Where the upload stands; whoever was sending is overtaken. */
    public Upload resume(Person owner, UUID id) {
        return units.call(() -> upload(id, raise(owner, id)));
    }

    /**
     * Takes bytes from {@code source} to its end.
     *
     * @param announced length of the request's body, -1 when it is not known
     * @return where the upload stands then; every byte before that offset is durable. When the connection broke, which
     *     is refused as {@link UploadRefusal#INTERRUPTED}, what had come is kept, unless it was to be checked
     */
    public Upload append(
            Person owner, UUID id, long offset, long announced, @Nullable Checksum checksum, InputStream source) {
        if (!sending.tryAcquire()) {
            throw UploadRefusal.BUSY.with();
        }
        try {
            UploadRows.Row row = units.call(() -> raise(owner, id));
            Upload upload = upload(id, row);
            if (upload.offset() != offset) {
                throw UploadRefusal.OFFSET_DIFFERS.with(upload.offset());
            }
            long left = upload.length() - offset;
            if (announced > left) {
                throw UploadRefusal.TOO_LONG.with(left);
            }
            if (left == 0) {
                requireEnd(source, left);
                return upload;
            }
            InputStream bytes = offset == 0 ? head(id, source) : source;
            long reached = append(id, offset, left, row.epoch(), checksum, bytes);
            return new Upload(
                    id, upload.length(), reached, row.metadata(), reached == upload.length() ? null : upload.expires());
        } finally {
            sending.release();
        }
    }

    /** Looks at the first bytes before any is kept; what was looked at is read again by who takes it. */
    private InputStream head(UUID id, InputStream source) {
        var again = new BufferedInputStream(source, FirstBytes.LOOKED_AT);
        again.mark(FirstBytes.LOOKED_AT);
        try {
            byte[] head = new byte[FirstBytes.LOOKED_AT];
            int length = again.read(head);
            again.reset();
            if (length > 0) {
                firstBytes
                        .type(head, length)
                        .ifPresent(type -> units.run(() -> events.publishEvent(new UploadHead(id, type))));
            }
        } catch (IOException broken) {
            throw UploadRefusal.INTERRUPTED.with();
        }
        return again;
    }

    private long append(UUID id, long offset, long left, long epoch, @Nullable Checksum checksum, InputStream source) {
        boolean whole = checksum != null;
        try (Incoming incoming = reception.receive(id, offset, epoch, whole, () -> requireCurrent(id, epoch))) {
            take(incoming, checksum == null ? source : checksum.over(source), left, whole);
            if (checksum != null) {
                checksum.require();
            }
            return incoming.finish();
        }
    }

    private static void take(Incoming incoming, InputStream source, long left, boolean whole) {
        try {
            incoming.take(source, left);
        } catch (IOException broken) {
            if (!whole) {
                incoming.finish();
            }
            throw UploadRefusal.INTERRUPTED.with();
        }
        requireEnd(source, left);
    }

    /** Looks for more than was announced. Clients that asked whether they may send also wait for somebody to read. */
    private static void requireEnd(InputStream source, long left) {
        try {
            if (source.read() >= 0) {
                throw UploadRefusal.TOO_LONG.with(left);
            }
        } catch (IOException broken) {
            throw UploadRefusal.INTERRUPTED.with();
        }
    }

    private void requireCurrent(UUID id, long epoch) {
        if (!rows.current(id, epoch)) {
            throw UploadRefusal.OVERTAKEN.with();
        }
    }

    /** Ends an upload its owner does not want any more. Who shows the file lets it go first, or refuses. */
    public void terminate(Person owner, UUID id) {
        units.run(() -> {
            upload(id, raise(owner, id));
            end(id);
            journal.append(Fact.of("upload.terminated").by(owner.id()).file(id));
        });
    }

    /** Ends an upload that nobody continued since {@code limit}. */
    void abandon(UUID id, Instant limit) {
        units.run(() -> {
            if (rows.stillUntouched(id, limit)) {
                end(id);
                journal.append(Fact.of("upload.abandoned").file(id));
            }
        });
    }

    private void end(UUID id) {
        events.publishEvent(new UploadEnded(id));
        files.erase(id);
    }

    @EventListener
    void erased(FileErased event) {
        rows.remove(event.file());
    }

    private UploadRows.Row raise(Person owner, UUID id) {
        UploadRows.Row row = rows.raiseEpoch(id, owner.id(), clock.instant()).orElseThrow(UploadRefusal.UNKNOWN::with);
        events.publishEvent(new UploadResumed(id, owner.id()));
        return row;
    }

    private Upload upload(UUID id, UploadRows.Row row) {
        StoredFile file = files.find(id)
                .filter(found -> found.state() != FileState.ERASED)
                .orElseThrow(UploadRefusal.UNKNOWN::with);
        Instant expires = file.complete() ? null : row.lastAt().plus(settings.abandonedAfter());
        return new Upload(id, file.length(), file.received(), row.metadata(), expires);
    }
}
