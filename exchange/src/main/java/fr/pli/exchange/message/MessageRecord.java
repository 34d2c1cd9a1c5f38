package fr.pli.exchange.message;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The aggregate: what a message says, whom it is for, what it carries, and where it stands in its life. */
@Entity
@Table(name = "message")
class MessageRecord {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private @Nullable String reference;
    private UUID sender;

    @Column(name = "origin_kind")
    private String originKind;

    private @Nullable UUID origin;
    private String subject = "";
    private String comment = "";
    private @Nullable Integer days;

    @Enumerated(EnumType.STRING)
    private MessageState state = MessageState.DRAFT;

    @Column(name = "blocked_by")
    private @Nullable String blockedBy;

    @Column(name = "blocked_file")
    private @Nullable UUID blockedFile;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "queued_at")
    private @Nullable Instant queuedAt;

    @Column(name = "available_at")
    private @Nullable Instant availableAt;

    @Column(name = "ends_at")
    private @Nullable Instant endsAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "subject_key")
    private @Nullable String subjectKey;

    @Column(name = "file_count")
    private int fileCount;

    @Column(name = "byte_count")
    private long byteCount;

    @OneToMany(mappedBy = "message", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<RecipientRecord> recipients = new ArrayList<>();

    @OneToMany(mappedBy = "message", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<AttachmentRecord> attachments = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected MessageRecord() {}

    MessageRecord(UUID id, UUID sender, Origin origin, Retention retention, Instant now) {
        this.id = id;
        this.sender = sender;
        this.originKind = origin.kind();
        this.origin = origin.reference();
        this.days = retention.days();
        this.createdAt = now;
        this.changedAt = now;
    }

    void write(List<UUID> to, String about, String text, @Nullable Integer lifetime, Instant now) {
        recipients.removeIf(r -> !to.contains(r.person()));
        for (int i = 0; i < to.size(); i++) {
            recipient(to.get(i)).position(i);
        }
        subject = about;
        comment = text;
        days = lifetime;
        touched(now);
    }

    private RecipientRecord recipient(UUID person) {
        return recipients.stream()
                .filter(r -> r.person().equals(person))
                .findFirst()
                .orElseGet(() -> {
                    var added = new RecipientRecord(this, person);
                    recipients.add(added);
                    return added;
                });
    }

    void attach(UUID file, String path, long length, Instant now) {
        int position =
                attachments.stream().mapToInt(AttachmentRecord::position).max().orElse(-1) + 1;
        attachments.add(new AttachmentRecord(this, file, path, length, position));
        fileCount++;
        byteCount += length;
        touched(now);
    }

    void detach(UUID file, Instant now) {
        attachment(file).ifPresent(attachment -> {
            attachments.remove(attachment);
            fileCount--;
            byteCount -= attachment.length();
            touched(now);
        });
    }

    private void touched(Instant now) {
        changedAt = now;
        blockedBy = null;
        blockedFile = null;
    }

    void queue(Instant now) {
        state = state.to(MessageState.QUEUED);
        queuedAt = now;
        touched(now);
    }

    /** Back to the drafts: taken back by its sender, or blocked for a reason that is kept until the next change. */
    void backToDraft(Instant now) {
        state = state.to(MessageState.DRAFT);
        queuedAt = null;
        touched(now);
    }

    void blocked(MessageRefusal reason, @Nullable UUID file, Instant now) {
        backToDraft(now);
        blockedBy = reason.code();
        blockedFile = file;
    }

    void makeAvailable(String printed, String subjectSort, String senderSort, Instant now) {
        state = state.to(MessageState.SENT);
        reference = printed;
        availableAt = now;
        endsAt = retention().end(now);
        subjectKey = subjectSort;
        recipients.forEach(r -> r.delivered(now, subjectSort, senderSort, byteCount, endsAt));
    }

    void expire(Instant now) {
        state = state.to(MessageState.EXPIRED);
        endedAt = now;
    }

    void delete(Instant now) {
        state = state.to(MessageState.DELETED);
        endedAt = now;
        recipients.forEach(RecipientRecord::withdrawn);
    }

    /** A draft's words are nobody's business once it is thrown away. */
    void discard(Instant now) {
        delete(now);
        subject = "";
        comment = "";
        recipients.clear();
    }

    /** Thrown away before it was ever sent: it is as if it had never been. */
    boolean discarded() {
        return state == MessageState.DELETED && availableAt == null;
    }

    void requireDraft() {
        switch (state) {
            case DRAFT -> {}
            case QUEUED -> throw MessageRefusal.QUEUED.with();
            case SENT, DELETED, EXPIRED -> throw MessageRefusal.SENT.with();
        }
    }

    UUID id() {
        return id;
    }

    UUID sender() {
        return sender;
    }

    Origin origin() {
        return new Origin(originKind, origin);
    }

    Retention retention() {
        return new Retention(days);
    }

    MessageState state() {
        return state;
    }

    String subject() {
        return subject;
    }

    String comment() {
        return comment;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    Instant queuedAt() {
        return queuedAt;
    }

    @Nullable
    Instant endsAt() {
        return endsAt;
    }

    @Nullable
    String blockedBy() {
        return blockedBy;
    }

    @Nullable
    UUID blockedFile() {
        return blockedFile;
    }

    int fileCount() {
        return fileCount;
    }

    long byteCount() {
        return byteCount;
    }

    List<UUID> recipients() {
        return recipients.stream().map(RecipientRecord::person).toList();
    }

    List<AttachmentRecord> attachments() {
        return List.copyOf(attachments);
    }

    List<UUID> files() {
        return attachments.stream().map(AttachmentRecord::file).toList();
    }

    Optional<AttachmentRecord> attachment(UUID file) {
        return attachments.stream().filter(a -> a.file().equals(file)).findFirst();
    }

    Message view() {
        return new Message(
                id,
                reference,
                sender,
                origin(),
                subject,
                comment,
                state,
                availableAt,
                endsAt,
                recipients(),
                attachments.stream()
                        .map(a -> new Message.Attachment(a.file(), a.path(), a.length(), a.position()))
                        .toList());
    }
}
