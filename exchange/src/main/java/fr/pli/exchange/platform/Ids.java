package fr.pli.exchange.platform;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Identifiers made by the server: UUID version 7 (RFC 9562), which sort by time and are not guessable. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next(Instant now) {
        long random = RANDOM.nextLong();
        long high = now.toEpochMilli() << 16 | 0x7000L | random & 0x0FFFL;
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
