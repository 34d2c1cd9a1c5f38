package fr.pli.exchange.attachment;

/**
 * The life of a stored file (U-5): RECEIVING → WAITING → CLEAN | INFECTED | UNSCANNABLE | BROKEN, and from each → ERASED.
 *
 * <p>UNSCANNABLE files whose reason the policy lets pass are {@code deliverable} all the same, with a visible mark.
 * BROKEN: the stored bytes do not have the fingerprint that the sender gave (U-4), or are not readable.
 */
public enum FileState {
    RECEIVING,
    WAITING,
    CLEAN,
    INFECTED,
    UNSCANNABLE,
    BROKEN,
    ERASED
}
