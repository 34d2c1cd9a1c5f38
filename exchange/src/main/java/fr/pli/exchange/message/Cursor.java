package fr.pli.exchange.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of a box ended: the value it is sorted by and the message's id, which decides among equals. */
record Cursor(String value, UUID message) {

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8)) + "."
                + message;
    }

    /** Nothing for what is not ours: the list then begins at its beginning. */
    static Optional<Cursor> parse(@Nullable String text) {
        int dot = text == null ? -1 : text.indexOf('.');
        if (text == null || dot < 0) {
            return Optional.empty();
        }
        try {
            String value = new String(Base64.getUrlDecoder().decode(text.substring(0, dot)), StandardCharsets.UTF_8);
            return Optional.of(new Cursor(value, UUID.fromString(text.substring(dot + 1))));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
