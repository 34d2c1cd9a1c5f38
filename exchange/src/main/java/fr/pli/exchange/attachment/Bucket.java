package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Files that end on the same day (Europe/Paris) share a bucket; destroying its keys makes them unreadable in every
 * backup (U-13). Files without end share the bucket without a day.
 *
 * <p>A key's name is the bucket's and the second in which it was made, so that a key can be replaced by a newer one.
 */
record Bucket(@Nullable LocalDate day) {

    /** The way back after a wrong clock. */
    private static final Duration GRACE = Duration.ofHours(48);

    private static final String WITHOUT_END = "kept";

    static Bucket until(@Nullable Instant end) {
        return new Bucket(end == null ? null : LocalDate.ofInstant(end, Time.PARIS));
    }

    static Bucket ofKey(String key) {
        String name = key.substring(0, key.indexOf('.'));
        return new Bucket(name.equals(WITHOUT_END) ? null : LocalDate.parse(name));
    }

    static Instant made(String key) {
        return Instant.ofEpochSecond(Long.parseLong(key.substring(key.indexOf('.') + 1)));
    }

    String key(Instant made) {
        return name() + "." + made.getEpochSecond();
    }

    String name() {
        return day == null ? WITHOUT_END : day.toString();
    }

    /** When the bucket's keys are destroyed; null without end. */
    @Nullable
    Instant destroyedAfter() {
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(Time.PARIS).toInstant().plus(GRACE);
    }
}
