package fr.pli.exchange.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One notice of the bell.
 *
 * @param who full name of the person whose act it tells
 * @param open whether its reader can open the message
 */
public record NoticeRow(
        UUID id,
        NoticeKind kind,
        UUID message,
        String subject,
        @Nullable String who,
        Instant at,
        boolean read,
        boolean open) {}
