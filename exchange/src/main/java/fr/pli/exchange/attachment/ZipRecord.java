package fr.pli.exchange.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a local or a central header says about one member (APPNOTE 4.3.7, 4.3.12, 4.5.3).
 *
 * @param name length and CRC-32 of the file name's bytes, only to compare
 * @param hint what the name tells about the kind of document
 * @param offset where its local header begins, from the zip's first byte
 */
record ZipRecord(int flags, int method, long crc, long packed, long size, long name, Hint hint, long offset) {

    static final long LOCAL = 0x04034b50L;
    static final long CENTRAL = 0x02014b50L;
    static final long DESCRIPTOR = 0x08074b50L;
    static final long END = 0x06054b50L;
    static final long END_64 = 0x06064b50L;
    static final long LOCATOR_64 = 0x07064b50L;

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int AES = 99;
    private static final long IN_EXTRA = 0xFFFF_FFFFL;

    ZipRecord at(long other) {
        return new ZipRecord(flags, method, crc, packed, size, name, hint, other);
    }

    /** Encrypted, strongly encrypted, or with masked headers. */
    boolean encrypted() {
        return (flags & 0x2041) != 0 || method == AES;
    }

    /** CRC and sizes follow the packed bytes instead of standing in the local header. */
    boolean described() {
        return (flags & 0x0008) != 0;
    }

    /** Whether the other header tells of the same member. */
    boolean agrees(ZipRecord central) {
        return method == central.method
                && encrypted() == central.encrypted()
                && name == central.name
                && (described() || crc == central.crc && packed == central.packed && size == central.size);
    }

    /** Reads a local header whose signature was taken. */
    static ZipRecord local(ZipInput in, long offset) throws IOException {
        in.skip(2);
        int flags = in.u16();
        int method = in.u16();
        in.skip(4);
        long crc = in.u32();
        long packed = in.u32();
        long size = in.u32();
        int nameLength = in.u16();
        int extraLength = in.u16();
        byte[] name = in.bytes(nameLength);
        ByteBuffer extra = wide(in.bytes(extraLength));
        size = size == IN_EXTRA ? next(extra) : size;
        packed = packed == IN_EXTRA ? next(extra) : packed;
        return new ZipRecord(flags, method, crc, packed, size, mark(name), Hint.of(name), offset);
    }

    /** Reads a central header whose signature was taken. */
    static ZipRecord central(ZipInput in) throws IOException {
        in.skip(4);
        int flags = in.u16();
        int method = in.u16();
        in.skip(4);
        long crc = in.u32();
        long packed = in.u32();
        long size = in.u32();
        int nameLength = in.u16();
        int extraLength = in.u16();
        int commentLength = in.u16();
        in.skip(8);
        long offset = in.u32();
        byte[] name = in.bytes(nameLength);
        ByteBuffer extra = wide(in.bytes(extraLength));
        in.bytes(commentLength);
        size = size == IN_EXTRA ? next(extra) : size;
        packed = packed == IN_EXTRA ? next(extra) : packed;
        offset = offset == IN_EXTRA ? next(extra) : offset;
        return new ZipRecord(flags, method, crc, packed, size, mark(name), Hint.of(name), offset);
    }

    private static long mark(byte[] name) {
        var crc = new CRC32();
        crc.update(name);
        return (long) name.length << 32 | crc.getValue();
    }

    /** The numbers of the Zip64 extra field, empty without one. */
    private static ByteBuffer wide(byte[] extra) {
        var buffer = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.remaining() >= 4) {
            int id = buffer.getShort();
            int length = Math.min(buffer.getShort() & 0xFFFF, buffer.remaining());
            if (id == 1) {
                return buffer.slice(buffer.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            buffer.position(buffer.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    private static long next(ByteBuffer wide) throws ZipFault {
        if (wide.remaining() < 8) {
            throw ZipFault.malformed("no Zip64 number where one is announced");
        }
        long value = wide.getLong();
        if (value < 0) {
            throw ZipFault.malformed("a negative Zip64 number");
        }
        return value;
    }

    /** How many packed bytes follow the local header, by the central one if that is known already. */
    long packedIn(@Nullable ZipRecord central) throws ZipFault {
        if (central != null) {
            return central.packed;
        }
        if (described()) {
            throw new ZipFault(
                    encrypted() ? Unscannable.ENCRYPTED : Unscannable.UNSUPPORTED, "the end of a member is unknown");
        }
        return packed;
    }

    /** Kinds of documents that are zips, known by a member they must have (ECMA-376, ISO 26300, JAR). */
    enum Hint {
        NONE,
        OPEN_XML,
        WORD,
        EXCEL,
        POWERPOINT,
        JAVA;

        private static Hint of(byte[] name) {
            String text = new String(name, 0, Math.min(name.length, 24), StandardCharsets.ISO_8859_1);
            if (text.equals("[Content_Types].xml")) {
                return OPEN_XML;
            }
            if (text.equals("META-INF/MANIFEST.MF")) {
                return JAVA;
            }
            return text.startsWith("word/")
                    ? WORD
                    : text.startsWith("xl/") ? EXCEL : text.startsWith("ppt/") ? POWERPOINT : NONE;
        }
    }
}
