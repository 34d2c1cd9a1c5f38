package fr.pli.app.catcher;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the catcher shows it.
 *
 * @param at when it was caught
 * @param text plain text cut into pieces, so that addresses of pages can be followed
 * @param html null if it has none
 */
public record CaughtMail(
        UUID id,
        Instant at,
        String from,
        String to,
        String subject,
        List<Piece> text,
        @Nullable String html) {

    /** @param link whether the piece is the address of a page */
    public record Piece(String text, boolean link) {}
}
