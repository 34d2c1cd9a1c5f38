package fr.pli.exchange.message;

import fr.pli.exchange.attachment.FileAnalysed;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.attachment.VerdictDue;
import fr.pli.exchange.upload.UploadCreated;
import fr.pli.exchange.upload.UploadEnded;
import fr.pli.exchange.upload.UploadHead;
import fr.pli.exchange.upload.UploadRefusal;
import fr.pli.exchange.upload.UploadResumed;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The files of drafts and of messages that wait for them: attached when an upload begins, detached when it ends, and
 * every verdict may let a message leave. Lock order: message before file, so a verdict announces itself first.
 */
@Component
class DraftFiles {

    /** A draft counts too: « Envoyer » may be pressed while the verdict is about to be committed. */
    private static final Set<MessageState> WAITING = EnumSet.of(MessageState.DRAFT, MessageState.QUEUED);

    private final MessageRecords records;
    private final StoredFiles files;
    private final Keeping keeping;
    private final Dispatch dispatch;
    private final Departure departure;
    private final MessageLimits limits;
    private final AccessRules rules;
    private final Clock clock;

    DraftFiles(
            MessageRecords records,
            StoredFiles files,
            Keeping keeping,
            Dispatch dispatch,
            Departure departure,
            MessageLimits limits,
            AccessRules rules,
            Clock clock) {
        this.records = records;
        this.files = files;
        this.keeping = keeping;
        this.dispatch = dispatch;
        this.departure = departure;
        this.limits = limits;
        this.rules = rules;
        this.clock = clock;
    }

    @EventListener
    void attach(UploadCreated upload) {
        MessageRecord message = records.lock(upload.container())
                .filter(m -> m.sender().equals(upload.owner()) && !m.life().discarded())
                .filter(m -> rules.present(upload.owner(), m.origin()))
                .orElseThrow(MessageRefusal.UNKNOWN::with);
        message.life().requireDraft();
        requireFree(message, null, upload.path());
        Limits now = limits.now();
        now.declared(upload.path(), upload.length()).ifPresent(obstacle -> {
            throw obstacle.refused();
        });
        if (message.fileCount() >= now.maxFiles()) {
            throw MessageRefusal.TOO_MANY_FILES.with(now.maxFiles());
        }
        if (message.byteCount() + upload.length() > now.maxBytes()) {
            throw MessageRefusal.TOO_LARGE.with(now.maxBytes() / 1e9);
        }
        message.attach(upload.file(), upload.path(), upload.length(), clock.instant());
        records.flush();
        keep(message);
    }

    /** Nobody goes on for somebody else with what is to become no letter. */
    @EventListener
    void resumed(UploadResumed upload) {
        if (rules.inPerson(upload.owner())) {
            return;
        }
        boolean foreign = records.showing(upload.file(), EnumSet.allOf(MessageState.class)).stream()
                .flatMap(id -> records.findById(id).stream())
                .anyMatch(message -> !message.origin().letter());
        if (foreign) {
            throw UploadRefusal.UNKNOWN.with();
        }
    }

    /** A type that is not wanted is refused before a byte is kept. */
    @EventListener
    void head(UploadHead head) {
        Limits now = limits.now();
        for (UUID id : records.showing(head.file(), WAITING)) {
            records.findById(id)
                    .flatMap(message -> message.attachment(head.file()))
                    .flatMap(attachment -> now.content(attachment.path(), head.mediaType()))
                    .ifPresent(obstacle -> {
                        throw obstacle.refused();
                    });
        }
    }

    /** What a message that left shows cannot be ended by its upload. */
    @EventListener
    void detach(UploadEnded upload) {
        if (!records.showing(upload.file(), EnumSet.of(MessageState.SENT)).isEmpty()) {
            throw MessageRefusal.SENT.with();
        }
        for (MessageRecord message : waitingFor(upload.file())) {
            Sending sending = dispatch.read(message);
            message.detach(upload.file(), clock.instant());
            if (message.state() == MessageState.QUEUED) {
                departure.blocked(sending, Obstacle.of(MessageRefusal.FILE_ABANDONED), clock.instant());
            }
        }
    }

    /** Locks whoever may leave by this verdict, before the file's own row is locked. */
    @EventListener
    void verdictDue(VerdictDue verdict) {
        waitingFor(verdict.file());
    }

    @EventListener
    void analysed(FileAnalysed verdict) {
        waitingFor(verdict.file().id()).forEach(dispatch::evaluate);
    }

    void remove(MessageRecord message, UUID file) {
        if (message.attachment(file).isEmpty()) {
            throw MessageRefusal.FILE_UNKNOWN.with();
        }
        keeping.release(message, file);
        message.detach(file, clock.instant());
    }

    void rename(MessageRecord message, UUID file, String path) {
        if (message.attachment(file).isEmpty()) {
            throw MessageRefusal.FILE_UNKNOWN.with();
        }
        requireFree(message, file, path);
        limits.now()
                .declared(path, message.attachment(file).orElseThrow().length())
                .ifPresent(obstacle -> {
                    throw obstacle.refused();
                });
        message.rename(file, path, clock.instant());
    }

    /** @param file null for one that is not attached yet */
    private static void requireFree(MessageRecord message, @Nullable UUID file, String path) {
        if (path.length() > MessageSettings.PATH) {
            throw MessageRefusal.PATH_TOO_LONG.with(MessageSettings.PATH);
        }
        if (message.attachments().stream()
                .anyMatch(a -> a.path().equals(path) && !a.file().equals(file))) {
            throw MessageRefusal.SAME_NAME.with(path);
        }
    }

    void claim(MessageRecord message, UUID file, String sha256) {
        AttachmentRecord attachment = message.attachment(file).orElseThrow(MessageRefusal.FILE_UNKNOWN::with);
        String known = files.find(file).map(StoredFile::claimedSha256).orElse(null);
        if (known != null && !known.equals(sha256)) {
            throw MessageRefusal.OTHER_FILE.with(attachment.path());
        }
        files.claim(file, sha256);
    }

    void keep(MessageRecord message) {
        keeping.keepForDraft(message, clock.instant());
    }

    private List<MessageRecord> waitingFor(UUID file) {
        return records.showing(file, WAITING).stream()
                .flatMap(id -> records.lock(id).stream())
                .filter(message -> WAITING.contains(message.state()))
                .toList();
    }
}
