package fr.pli.exchange.attachment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * clamd's reply to VERSION: {@code ClamAV 1.4.6/27000/Sat Nov 21 10:00:00 2026}, or the first part alone when it has no
 * official signatures.
 *
 * @param engine such as {@code ClamAV 1.4.6}
 * @param signatures version of the daily signatures, null without official ones
 * @param from when the daily signatures were made, null without official ones
 */
record ClamdVersion(
        String engine,
        @Nullable String signatures,
        @Nullable Instant from) {

    private static final DateTimeFormatter C_TIME = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ROOT);

    static ClamdVersion parse(String reply) throws ClamdTrouble {
        if (!reply.startsWith("ClamAV ") || reply.length() > 200) {
            throw new ClamdTrouble(ClamdTrouble.Kind.NONSENSE, "no version");
        }
        String[] parts = reply.split("/", 3);
        return parts.length == 3
                ? new ClamdVersion(parts[0], parts[1], date(parts[2]))
                : new ClamdVersion(parts[0], null, null);
    }

    /** clamd prints it in its own zone, which on one host is ours. */
    private static @Nullable Instant date(String text) {
        try {
            return LocalDateTime.parse(text.strip().replaceAll(" +", " "), C_TIME)
                    .atZone(ZoneId.systemDefault())
                    .toInstant();
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
