package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files that end on the same day (Europe/Paris) share a bucket; destroying its keys makes them unreadable in every
 * backup (U-13). Files without end that belong to the same thing, such as an expertise, share that one's; what belongs to
 * nothing shares the bucket without a day.
 *
 * <p>A key's name is the bucket's and the second in which it was made, so that a key can be replaced by a newer one.
 *
 * @param keeper id of what the files belong to; null for a day, and for what belongs to nothing
 */
record Bucket(@Nullable LocalDate day, @Nullable UUID keeper) {

    /** The way back after a wrong clock. */
    private static final Duration GRACE = Duration.ofHours(48);

    private static final String WITHOUT_END = "kept";
    private static final String OF_KEEPER = "for-";

    Bucket(LocalDate day) {
        this(day, null);
    }

    static Bucket until(@Nullable Instant end) {
        return new Bucket(end == null ? null : LocalDate.ofInstant(end, Time.PARIS), null);
    }

    static Bucket of(UUID keeper) {
        return new Bucket(null, keeper);
    }

    static Bucket ofKey(String key) {
        String name = key.substring(0, key.indexOf('.'));
        if (name.startsWith(OF_KEEPER)) {
            return of(UUID.fromString(name.substring(OF_KEEPER.length())));
        }
        return name.equals(WITHOUT_END) ? until(null) : new Bucket(LocalDate.parse(name));
    }

    static Instant made(String key) {
        return Instant.ofEpochSecond(Long.parseLong(key.substring(key.indexOf('.') + 1)));
    }

    String key(Instant made) {
        return prefix() + made.getEpochSecond();
    }

    /** What the names of all its keys begin with. */
    String prefix() {
        return name() + ".";
    }

    String name() {
        return keeper != null ? OF_KEEPER + keeper : day == null ? WITHOUT_END : day.toString();
    }

    /** When the bucket's keys are destroyed; null without end. */
    @Nullable
    Instant destroyedAfter() {
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(Time.PARIS).toInstant().plus(GRACE);
    }
}
