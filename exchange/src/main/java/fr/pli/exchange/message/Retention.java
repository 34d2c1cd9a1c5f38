package fr.pli.exchange.message;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a message is available, as data.
 *
 * @param days of 24 hours from availability, or null without end
 */
public record Retention(@Nullable Integer days) {

    public static Retention days(int days) {
        return new Retention(days);
    }

    public static Retention unlimited() {
        return new Retention(null);
    }

    public @Nullable Instant end(Instant available) {
        return days == null ? null : available.plus(Duration.ofHours(24L * days));
    }
}
