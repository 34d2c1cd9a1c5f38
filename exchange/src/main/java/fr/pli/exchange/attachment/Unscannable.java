package fr.pli.exchange.attachment;

/**
 * Why a file could not be analysed to the end (U-5). The policy says for each whether it is refused (default) or
 * delivered with a visible mark; the sentence stands in the bundle under {@code attachment.unscannable.<name>}.
 */
public enum Unscannable {
    /** An encrypted archive, or a member of one: nobody without the password can look inside. */
    ENCRYPTED,
    /** A document that opens with a password only. */
    ENCRYPTED_DOCUMENT,
    /** The file, or a member of it, is larger than clamd's limits. */
    TOO_LARGE,
    /** It took longer than the scanner's time limit. */
    TOO_LONG,
    /** An archive that unpacks to far more than it should. */
    BOMB,
    /** Archives in archives, deeper than the limit. */
    NESTED_TOO_DEEP,
    /** More members than the limit. */
    TOO_MANY_MEMBERS,
    /** An archive that contradicts itself: what one program finds in it another may not. */
    MALFORMED,
    /** A way of packing that cannot be unpacked here. */
    UNSUPPORTED,
    /** Another limit of the scanner was exceeded. */
    TOO_COMPLEX,
    /** The scanner failed on this file again and again, while it worked on others. */
    SCANNER_FAILED
}
