package fr.pli.exchange.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its person sees it in a list.
 *
 * @param hint its first characters
 * @param lastUsedAt to the minute; null when it never was used
 */
public record ApiToken(
        UUID id,
        String label,
        String hint,
        Set<Scope> scopes,
        Instant createdAt,
        Instant endsAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public boolean usable(Instant now) {
        return revokedAt == null && now.isBefore(endsAt);
    }
}
