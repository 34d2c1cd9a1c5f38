package fr.pli.exchange.certificate;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as its person and the administrators see it.
 *
 * @param person whose it is, null while it is unknown
 * @param serial lower-case hexadecimal
 * @param fingerprint SHA-256, lower-case hexadecimal
 * @param attachedBy {@code registration}, {@code link} or {@code demonstration}
 * @param revokedAt when it was seen that its authority has revoked it, null while nothing is known of that
 */
public record HeldCertificate(
        UUID id,
        @Nullable UUID person,
        String holder,
        String subject,
        String issuer,
        String serial,
        String fingerprint,
        Instant validFrom,
        Instant validUntil,
        @Nullable Instant attachedAt,
        @Nullable String attachedBy,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    private static final int SOON = 60;

    /** As certificate viewers show it: {@code 0A3F}. */
    public String shownSerial() {
        String upper = serial.toUpperCase(Locale.ROOT);
        return upper.length() % 2 == 0 ? upper : "0" + upper;
    }

    public boolean over(Instant now) {
        return !now.isBefore(validUntil);
    }

    public boolean revoked() {
        return revokedAt != null;
    }

    /** Whether it ends within sixty days. */
    public boolean endsSoon(Instant now) {
        return !over(now) && now.plus(java.time.Duration.ofDays(SOON)).isAfter(validUntil);
    }
}
