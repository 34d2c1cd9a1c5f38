package fr.pli.exchange.attachment;

import java.io.IOException;

/** The stored bytes are not what was sealed: journaled when found, nothing of the segment concerned is handed over. */
final class BrokenFile extends IOException {

    private static final long serialVersionUID = 1;

    BrokenFile(String message) {
        super(message);
    }
}
