package fr.pli.exchange.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One recipient of a letter; its sort keys are copied from the message so that each order of a box is one index range. */
@Entity
@Table(name = "recipient")
@IdClass(RecipientRecord.Key.class)
class RecipientRecord {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "message")
    private MessageRecord message;

    @Id
    private UUID person;

    private int position;

    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.PERSON;

    @Column(name = "available_at")
    private @Nullable Instant availableAt;

    @Column(name = "subject_key")
    private @Nullable String subjectKey;

    @Column(name = "sender_key")
    private @Nullable String senderKey;

    private @Nullable Long bytes;

    @Column(name = "ends_at")
    private @Nullable Instant endsAt;

    @Column(name = "delivered_at")
    private @Nullable Instant deliveredAt;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    @SuppressWarnings("NullAway.Init")
    protected RecipientRecord() {}

    RecipientRecord(MessageRecord message, UUID person) {
        this.message = message;
        this.person = person;
    }

    UUID person() {
        return person;
    }

    Kind kind() {
        return kind;
    }

    void kind(Kind now) {
        kind = now;
    }

    int position() {
        return position;
    }

    void position(int at) {
        position = at;
    }

    /** From now on the message stands in this person's box. */
    void delivered(Instant at, String subject, String sender, long size, @Nullable Instant end) {
        availableAt = at;
        deliveredAt = at;
        removedAt = null;
        subjectKey = subject;
        senderKey = sender;
        bytes = size;
        endsAt = end;
    }

    /** The end moved; a message that is not in the box has none there. */
    void endsAt(@Nullable Instant end) {
        endsAt = availableAt == null ? null : end;
    }

    /** Its own reader wants it out of their box. */
    void removed(Instant now) {
        withdrawn();
        removedAt = now;
    }

    @Nullable
    Instant deliveredAt() {
        return deliveredAt;
    }

    @Nullable
    Instant removedAt() {
        return removedAt;
    }

    /** Out of the box: the sender deleted the message. */
    void withdrawn() {
        availableAt = null;
        subjectKey = null;
        senderKey = null;
        bytes = null;
        endsAt = null;
    }

    /** PERSON and OFFICE were named by the sender; a MEMBER receives because of an office, a FORMER no longer does. */
    enum Kind {
        PERSON,
        OFFICE,
        MEMBER,
        FORMER;

        boolean named() {
            return this == PERSON || this == OFFICE;
        }

        boolean reads() {
            return this == PERSON || this == MEMBER;
        }
    }

    record Key(UUID message, UUID person) implements Serializable {}
}
