package fr.pli.exchange.attachment;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/**
 * What a complete file is made of, sealed with its data key: a truncated, reordered or swapped file cannot read as
 * another one (U-3). Once analysed the fingerprint and the CRC-32 are in it too. Only the seal is kept; the content is
 * rebuilt from the rows.
 */
record Manifest(
        UUID file,
        long length,
        List<Extent> extents,
        @Nullable String sha256,
        @Nullable Long crc32) {

    private static final byte VERSION = 1;

    byte[] seal(byte[] dataKey) {
        return new Sealing(dataKey).seal(bytes(), new byte[0]);
    }

    /** Whether the extents are whole and {@code seal} was made over exactly this. */
    boolean verify(byte[] dataKey, byte[] seal) {
        try {
            new Sealing(dataKey).open(bytes(), seal);
            return whole();
        } catch (AEADBadTagException wrong) {
            return false;
        }
    }

    private boolean whole() {
        long end = 0;
        for (Extent extent : extents) {
            if (extent.offset() != end) {
                return false;
            }
            end = extent.end();
        }
        return end == length;
    }

    private byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF("manifest");
            out.writeByte(VERSION);
            out.writeUTF(file.toString());
            out.writeLong(length);
            out.writeInt(extents.size());
            for (Extent extent : extents) {
                out.writeLong(extent.offset());
                out.writeLong(extent.length());
                out.writeUTF(extent.object().toString());
            }
            out.writeUTF(sha256 == null ? "" : sha256);
            out.writeLong(crc32 == null ? -1 : crc32);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
