package fr.pli.exchange.upload;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An id as a client gave it: the canonical form of a UUID or nothing. */
public final class Identifier {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Identifier() {}

    public static Optional<UUID> parse(@Nullable String text) {
        String folded = text == null ? "" : text.toLowerCase(Locale.ROOT);
        return FORM.matcher(folded).matches() ? Optional.of(UUID.fromString(folded)) : Optional.empty();
    }
}
