package fr.pli.exchange.message;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    @Column(name = "sent_by")
    private @Nullable UUID sentBy;

    @Column(name = "origin_kind")
    private String originKind;

    private @Nullable UUID origin;
    private @Nullable UUID answers;
    private @Nullable UUID thread;
    private String subject = "";
    private String comment = "";
    private boolean unattended;

    @Embedded
    private MessageLife life;

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
        this.life = new MessageLife(retention, now);
    }

    void write(List<UUID> to, String about, String text, @Nullable Integer lifetime, Instant now) {
        addressees().write(to);
        subject = about;
        comment = text;
        unattended = false;
        life.lasts(lifetime);
        life.touched(now);
    }

    Optional<RecipientRecord> recipientRow(UUID person) {
        return addressees().row(person);
    }

    /** It is the answer to another message, in that one's thread. */
    void answers(MessageRecord other) {
        answers = other.id;
        thread = other.thread == null ? other.id : other.thread;
    }

    void attach(UUID file, String path, long length, Instant now) {
        int position =
                attachments.stream().mapToInt(AttachmentRecord::position).max().orElse(-1) + 1;
        attachments.add(new AttachmentRecord(this, file, path, length, position));
        fileCount++;
        byteCount += length;
        life.touched(now);
    }

    void rename(UUID file, String path, Instant now) {
        attachment(file).orElseThrow().rename(path);
        life.touched(now);
    }

    void detach(UUID file, Instant now) {
        attachment(file).ifPresent(attachment -> {
            attachments.remove(attachment);
            fileCount--;
            byteCount -= attachment.length();
            life.touched(now);
        });
    }

    /** The sender knows that an office named has no active member, and sends all the same. */
    void unattended(boolean known) {
        unattended = known;
    }

    /** Whose hand pressed « Envoyer »; the sender's own unless a delegation was used. */
    void sentBy(UUID hand) {
        sentBy = hand.equals(sender) ? null : hand;
    }

    @Nullable
    UUID sentBy() {
        return sentBy;
    }

    /**
     * Who receives because of an office, at the moment of departure; those named themselves stay so.
     *
     * @return who did not receive it before
     */
    List<UUID> admit(Set<UUID> offices, Collection<UUID> members) {
        return addressees().admit(offices, members);
    }

    void makeAvailable(String printed, String subjectSort, String senderSort, Instant now) {
        life.makeAvailable(now);
        reference = printed;
        subjectKey = subjectSort;
        addressees().present().forEach(r -> r.delivered(now, subjectSort, senderSort, byteCount, life.endsAt()));
    }

    void moveEnd(int days) {
        life.moveEnd(days);
        addressees().present().forEach(r -> r.endsAt(life.endsAt()));
    }

    /** More people and offices, as if they had been named when it was sent. */
    void name(List<UUID> people) {
        addressees().name(people);
    }

    /** For these it begins now. */
    void deliverTo(Collection<UUID> people, String senderSort, Instant now) {
        recipients.stream()
                .filter(r -> people.contains(r.person()))
                .forEach(r -> r.delivered(now, BoxTokens.key(subject), senderSort, byteCount, life.endsAt()));
    }

    void delete(Instant now) {
        life.delete(now);
        recipients.forEach(RecipientRecord::withdrawn);
    }

    /** A draft's words are nobody's business once it is thrown away. */
    void discard(Instant now) {
        delete(now);
        subject = "";
        comment = "";
        recipients.clear();
    }

    MessageLife life() {
        return life;
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

    /** The message it answers. */
    @Nullable
    UUID answers() {
        return answers;
    }

    MessageState state() {
        return life.state();
    }

    String subject() {
        return subject;
    }

    String comment() {
        return comment;
    }

    @Nullable
    Instant endsAt() {
        return life.endsAt();
    }

    int fileCount() {
        return fileCount;
    }

    long byteCount() {
        return byteCount;
    }

    boolean unattended() {
        return unattended;
    }

    /** Whom the sender named. */
    List<UUID> recipients() {
        return addressees().named();
    }

    /** The people among them, and the members of the offices among them. */
    List<UUID> readers() {
        return addressees().readers();
    }

    /** In whose boxes it stands, offices included. */
    List<UUID> boxes() {
        return addressees().present().map(RecipientRecord::person).toList();
    }

    private Addressees addressees() {
        return new Addressees(this, recipients);
    }

    /** Their number is known without reading them: what has none is not asked for them. */
    List<AttachmentRecord> attachments() {
        return fileCount == 0 ? List.of() : List.copyOf(attachments);
    }

    List<UUID> files() {
        return attachments().stream().map(AttachmentRecord::file).toList();
    }

    Optional<AttachmentRecord> attachment(UUID file) {
        return attachments().stream().filter(a -> a.file().equals(file)).findFirst();
    }

    Message view() {
        return new Message(
                id,
                reference,
                sender,
                sentBy,
                origin(),
                subject,
                comment,
                life.state(),
                life.availableAt(),
                life.endsAt(),
                recipients(),
                readers(),
                attachments().stream()
                        .map(a -> new Message.Attachment(a.file(), a.path(), a.length(), a.position()))
                        .toList());
    }
}
