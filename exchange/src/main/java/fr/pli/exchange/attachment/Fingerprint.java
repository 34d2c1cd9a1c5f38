package fr.pli.exchange.attachment;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** SHA-256, CRC-32 and the first bytes of what streams by (U-4, U-7, U-9). */
final class Fingerprint {

    private final MessageDigest sha256 = sha256();
    private final CRC32 crc32 = new CRC32();
    private final byte[] head = new byte[MediaTypes.HEAD];
    private int headLength;

    /** Reads the whole content once, handing it on to {@code also}. */
    static Fingerprint of(Content content, Content.Sink also) throws IOException {
        var fingerprint = new Fingerprint();
        content.read(0, content.length(), (bytes, offset, length) -> {
            fingerprint.take(bytes, offset, length);
            also.accept(bytes, offset, length);
        });
        return fingerprint;
    }

    private void take(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        crc32.update(bytes, offset, length);
        int more = Math.min(length, head.length - headLength);
        System.arraycopy(bytes, offset, head, headLength, more);
        headLength += more;
    }

    /** Lower-case hex; to be asked once. */
    String sha256Hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    long crc32Value() {
        return crc32.getValue();
    }

    byte[] head() {
        return head;
    }

    int headLength() {
        return headLength;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
