package fr.pli.exchange.attachment;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with one key (U-3). Sealed form: nonce (12 bytes, random) ‖
 * ciphertext ‖ tag (16 bytes). Holds a cipher, so one thread at a time.
 */
final class Sealing {

    static final int KEY = 32;
    static final int OVERHEAD = 28;

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A larger array in one call reaches the compiled loop of the JDK too late and runs many times slower. */
    private static final int PIECE = 16 * 1024;

    private final SecretKey key;
    private final Cipher cipher;
    private final byte[] nonce = new byte[NONCE];

    Sealing(SecretKey key) {
        this.key = key;
        this.cipher = Ciphers.aesGcm();
    }

    Sealing(byte[] key) {
        this(new SecretKeySpec(key, "AES"));
    }

    static byte[] randomKey() {
        byte[] key = new byte[KEY];
        RANDOM.nextBytes(key);
        return key;
    }

    /** Seals a range of {@code clear} into {@code sealed} from {@code to} on. @return bytes written: length + 28 */
    int seal(byte[] bound, byte[] clear, int from, int length, byte[] sealed, int to) {
        try {
            RANDOM.nextBytes(nonce);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(bound);
            System.arraycopy(nonce, 0, sealed, to, NONCE);
            int written = NONCE;
            int done = 0;
            for (; length - done > PIECE; done += PIECE) {
                written += cipher.update(clear, from + done, PIECE, sealed, to + written);
            }
            return written + cipher.doFinal(clear, from + done, length - done, sealed, to + written);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("sealing failed", impossible);
        }
    }

    /**
     * Opens a sealed range of an array into {@code clear} from 0 on.
     *
     * @return clear bytes written
     * @throws AEADBadTagException when it is not what was sealed with this key and {@code bound}
     */
    int open(byte[] bound, byte[] sealed, int from, int length, byte[] clear) throws AEADBadTagException {
        if (length < OVERHEAD) {
            throw new AEADBadTagException("too short");
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG, sealed, from, NONCE));
            cipher.updateAAD(bound);
            return cipher.doFinal(sealed, from + NONCE, length - NONCE, clear, 0);
        } catch (AEADBadTagException wrong) {
            throw wrong;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("opening failed", impossible);
        }
    }

    byte[] seal(byte[] bound, byte[] clear) {
        byte[] sealed = new byte[clear.length + OVERHEAD];
        seal(bound, clear, 0, clear.length, sealed, 0);
        return sealed;
    }

    byte[] open(byte[] bound, byte[] sealed) throws AEADBadTagException {
        byte[] clear = new byte[Math.max(0, sealed.length - OVERHEAD)];
        open(bound, sealed, 0, sealed.length, clear);
        return clear;
    }
}
