package fr.pli.exchange.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The secret that the relay's operator shares with us, compared without telling how much of it was right. */
@Component
public class ReturnSecret {

    private final String secret;

    ReturnSecret(ReturnSettings settings) {
        this.secret = settings.secret();
    }

    /** Lets a call with the right secret pass; without a secret of our own nothing passes. */
    public void check(@Nullable String given) {
        if (secret.isEmpty()) {
            throw MailRefusal.RETURNS_CLOSED.with();
        }
        if (given == null || !MessageDigest.isEqual(digest(secret), digest(given))) {
            throw MailRefusal.RETURNS_SECRET.with();
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
