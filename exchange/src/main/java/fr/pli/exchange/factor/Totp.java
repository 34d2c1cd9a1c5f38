package fr.pli.exchange.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by the clock (RFC 6238) as every app has them: SHA-1, six digits, steps of 30 seconds since 1970.
 * Text of a secret is Base32 (RFC 4648) without padding.
 */
final class Totp {

    private static final int SECRET = 20;
    private static final int STEP_SECONDS = 30;
    private static final int CODES = 1_000_000;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    /** 160 random bits, as RFC 4226 recommends. */
    static byte[] freshSecret() {
        byte[] secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return secret;
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xF;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
        return String.format(Locale.ROOT, "%06d", number % CODES);
    }

    /** The step, within {@code drift} of now, whose code this is; the newest first. */
    static OptionalLong match(byte[] secret, String typed, Instant now, int drift) {
        byte[] digits = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        for (long step = step(now) + drift; step >= step(now) - drift; step--) {
            byte[] right = code(secret, step).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(right, digits)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static String text(byte[] secret) {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte next : secret) {
            held = held << Byte.SIZE | next & 0xFF;
            bits += Byte.SIZE;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(held >> bits & 0x1F));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(held << 5 - bits & 0x1F));
        }
        return text.toString();
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK has no HmacSHA1", impossible);
        }
    }
}
