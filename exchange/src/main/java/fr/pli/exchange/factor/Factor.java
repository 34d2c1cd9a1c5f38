package fr.pli.exchange.factor;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A second factor as its person sees it.
 *
 * @param label the name its person gave it
 * @param suspectedAt when its counter went back: it opens nothing any more
 */
public record Factor(
        UUID id,
        Kind kind,
        String label,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant suspectedAt) {

    /** An app that shows codes (RFC 6238), or a passkey (WebAuthn). */
    public enum Kind {
        TOTP,
        PASSKEY
    }

    public boolean usable() {
        return suspectedAt == null;
    }
}
