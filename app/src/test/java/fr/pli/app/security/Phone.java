package fr.pli.app.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app as anybody could write it (RFC 6238): knows the secret that was typed into it, and the time. */
public final class Phone {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private final Clock clock;

    public Phone(String typed, Clock clock) {
        this.secret = decoded(typed.replace(" ", ""));
        this.clock = clock;
    }

    public String code() {
        return code(0);
    }

    /** @param steps of 30 seconds by which its clock is ahead */
    public String code(int steps) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            long step = clock.instant().getEpochSecond() / 30 + steps;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xF) & 0x7FFF_FFFF;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] decoded(String text) {
        var bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        long held = 0;
        int bits = 0;
        for (char letter : text.toCharArray()) {
            held = held << 5 | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }
}
