package fr.pli.exchange.platform;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers made by the server: UUID version 7 (RFC 9562), not guessable, that sort by time and, for one node, by the
 * order in which they were asked for: within a millisecond the field {@code rand_a} counts (section 6.2, method 1).
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Milliseconds that the counter may run ahead of the clock, or the clock fall back, without losing the order. */
    private static final long LEAD = 10;

    /** The last tick given: milliseconds since the epoch, then the 12 bits of the counter. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next(Instant now) {
        long tick = tick(now.toEpochMilli());
        long high = tick >>> 12 << 16 | 0x7000L | tick & 0x0FFFL;
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static long tick(long millis) {
        long fresh = millis << 12 | RANDOM.nextInt(0x800);
        return LAST.updateAndGet(last -> {
            long lead = (last >>> 12) - millis;
            return 0 <= lead && lead <= LEAD ? last + 1 : fresh;
        });
    }
}
