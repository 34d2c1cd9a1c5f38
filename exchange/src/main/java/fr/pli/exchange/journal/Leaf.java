package fr.pli.exchange.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as it is hashed into the journal: SHA-256(0x00 ‖ encoding), the leaf hash of RFC 6962 section 2.1. The
 * encoding is one octet 1 (its version), then the fields in the order of this record, each as four octets of length
 * (big-endian; 0xFFFFFFFF for an absent field) and that many octets of UTF-8; UUIDs lower-case with hyphens, the time
 * as ISO 8601 with seconds in UTC, numbers in decimal, hashes in lower-case hex. The details end it: their number as a
 * field, then key and value of each, sorted by key.
 *
 * @param sourceHash SHA-256(salt ‖ address) of where the request came from; stays when the address is erased
 * @param identityHash likewise of the identity that the detail {@code identity} refers to
 */
record Leaf(
        UUID id,
        String kind,
        Instant at,
        @Nullable UUID actor,
        @Nullable UUID actingFor,
        @Nullable UUID message,
        @Nullable UUID file,
        @Nullable UUID subject,
        @Nullable String fingerprint,
        @Nullable Long size,
        @Nullable String sourceHash,
        @Nullable String identityHash,
        Map<String, String> details) {

    private static final byte PREFIX = 0;
    private static final byte VERSION = 1;
    private static final int ABSENT = -1;

    byte[] hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(PREFIX);
            return sha256.digest(encoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] encoded() {
        var bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        for (Object value : new @Nullable Object[] {
            id, kind, at, actor, actingFor, message, file, subject, fingerprint, size, sourceHash, identityHash
        }) {
            field(bytes, value);
        }
        field(bytes, details.size());
        new TreeMap<>(details).forEach((key, value) -> {
            field(bytes, key);
            field(bytes, value);
        });
        return bytes.toByteArray();
    }

    private static void field(ByteArrayOutputStream bytes, @Nullable Object value) {
        if (value == null) {
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(ABSENT).array());
            return;
        }
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        bytes.writeBytes(text);
    }
}
