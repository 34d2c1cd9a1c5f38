package fr.pli.exchange.upload;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header {@code Upload-Checksum} (tus 1.0.0): the digest of one request's bytes. */
public final class Checksum {

    /** As {@code Tus-Checksum-Algorithm} tells clients. */
    public static final String ALGORITHMS = "sha1,sha256,md5";

    private static final Map<String, String> DIGESTS = Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5");

    private final MessageDigest digest;
    private final byte[] expected;

    private Checksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    public static @Nullable Checksum parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String[] parts = header.strip().split(" ", 2);
        String algorithm = DIGESTS.get(parts[0].toLowerCase(Locale.ROOT));
        if (algorithm == null || parts.length < 2) {
            throw UploadRefusal.CHECKSUM_MALFORMED.with(ALGORITHMS);
        }
        try {
            return new Checksum(
                    MessageDigest.getInstance(algorithm), Base64.getDecoder().decode(parts[1].strip()));
        } catch (IllegalArgumentException malformed) {
            throw UploadRefusal.CHECKSUM_MALFORMED.with(ALGORITHMS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    InputStream over(InputStream source) {
        return new DigestInputStream(source, digest);
    }

    void require() {
        if (!MessageDigest.isEqual(digest.digest(), expected)) {
            throw UploadRefusal.CHECKSUM_DIFFERS.with();
        }
    }
}
