package fr.pli.exchange.message;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a message stands in its life, since when, and until when: the times that go with {@link MessageState}. */
@Embeddable
class MessageLife {

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

    @SuppressWarnings("NullAway.Init")
    protected MessageLife() {}

    MessageLife(Retention retention, Instant now) {
        this.days = retention.days();
        this.createdAt = now;
        this.changedAt = now;
    }

    /** Its author changed something: what had blocked it may be gone. */
    void touched(Instant now) {
        changedAt = now;
        blockedBy = null;
        blockedFile = null;
    }

    void lasts(@Nullable Integer lifetime) {
        days = lifetime;
    }

    void queue(Instant now) {
        state = state.to(MessageState.QUEUED);
        queuedAt = now;
        touched(now);
    }

    /** Taken back by its sender, or blocked for a reason that is kept until the next change. */
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

    void makeAvailable(Instant now) {
        state = state.to(MessageState.SENT);
        availableAt = now;
        endsAt = retention().end(now);
    }

    /** Another end, counted like the first: days of 24 hours after availability. */
    void moveEnd(int lifetime) {
        days = lifetime;
        endsAt = retention().end(Objects.requireNonNull(availableAt));
    }

    void expire(Instant now) {
        state = state.to(MessageState.EXPIRED);
        endedAt = now;
    }

    void delete(Instant now) {
        state = state.to(MessageState.DELETED);
        endedAt = now;
    }

    void requireDraft() {
        switch (state) {
            case DRAFT -> {}
            case QUEUED -> throw MessageRefusal.QUEUED.with();
            case SENT, DELETED, EXPIRED -> throw MessageRefusal.SENT.with();
        }
    }

    /** Thrown away before it was ever sent: it is as if it had never been. */
    boolean discarded() {
        return state == MessageState.DELETED && availableAt == null;
    }

    /** Readable at {@code now}, by the clock. */
    boolean running(Instant now) {
        return state == MessageState.SENT && !over(now);
    }

    boolean over(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }

    Retention retention() {
        return new Retention(days);
    }

    MessageState state() {
        return state;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    Instant queuedAt() {
        return queuedAt;
    }

    @Nullable
    Instant availableAt() {
        return availableAt;
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
}
