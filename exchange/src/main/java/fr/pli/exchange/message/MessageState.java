package fr.pli.exchange.message;

/**
 * DRAFT → QUEUED (« Envoyer » was pressed) → SENT (available) → DELETED | EXPIRED; QUEUED → DRAFT when a file is refused
 * or the sender takes it back; DRAFT → DELETED when it is discarded or abandoned.
 */
public enum MessageState {
    DRAFT,
    QUEUED,
    SENT,
    DELETED,
    EXPIRED
}
