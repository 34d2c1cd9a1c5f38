package fr.pli.exchange.message;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A stored file as one message shows it; the same file may be shown by other messages. */
@Entity
@Table(name = "attachment")
@IdClass(AttachmentRecord.Key.class)
class AttachmentRecord {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "message")
    private MessageRecord message;

    @Id
    private UUID file;

    private String path;
    private long length;
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected AttachmentRecord() {}

    AttachmentRecord(MessageRecord message, UUID file, String path, long length, int position) {
        this.message = message;
        this.file = file;
        this.path = path;
        this.length = length;
        this.position = position;
    }

    void rename(String other) {
        path = other;
    }

    UUID file() {
        return file;
    }

    String path() {
        return path;
    }

    long length() {
        return length;
    }

    int position() {
        return position;
    }

    record Key(UUID message, UUID file) implements Serializable {}
}
