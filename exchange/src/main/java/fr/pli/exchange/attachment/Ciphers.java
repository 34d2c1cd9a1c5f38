package fr.pli.exchange.attachment;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** The one place where an algorithm is chosen. */
final class Ciphers {

    private Ciphers() {}

    /** AES-GCM; the key's length (256 bits) decides the strength. */
    static Cipher aesGcm() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK has no AES-GCM", impossible);
        }
    }
}
