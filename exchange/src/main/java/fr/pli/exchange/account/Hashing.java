package fr.pli.exchange.account;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters that OWASP recommends, a few computations at once in a fair queue: a flood of sign-ins
 * cannot take the node's memory, who waits too long is told to come back.
 */
@Component
class Hashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2PasswordEncoder encoder;
    private final Semaphore turns;
    private final long waitMillis;
    private final String nobody;

    Hashing(AccountSettings settings) {
        this.encoder = new Argon2PasswordEncoder(
                SALT_BYTES, HASH_BYTES, 1, (int) settings.hashMemory().toKilobytes(), settings.hashIterations());
        this.turns = new Semaphore(settings.hashesAtOnce(), true);
        this.waitMillis = settings.hashWait().toMillis();
        this.nobody = computed(Secrets.token());
    }

    String hash(String password) {
        return inTurn(() -> computed(normal(password)));
    }

    /** Computes just as long for an account that does not exist or has no password. */
    boolean matches(String password, @Nullable String hash) {
        boolean same = inTurn(() -> encoder.matches(normal(password), hash == null ? nobody : hash));
        return same && hash != null;
    }

    /** Whether the hash was made with other parameters than today's. */
    boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private String computed(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password was hashed to nothing");
        }
        return hash;
    }

    /**
     * The same letters typed on another keyboard are the same password. Half a surrogate pair, which a program can send
     * and nobody types, is not a character: it counts as a question mark.
     */
    private static String normal(String password) {
        byte[] characters = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        return new String(characters, StandardCharsets.UTF_8);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                throw SignInRefusal.BUSY.with();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw SignInRefusal.BUSY.with();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
