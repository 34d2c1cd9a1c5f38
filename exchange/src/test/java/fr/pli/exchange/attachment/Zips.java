package fr.pli.exchange.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips as people make them, and as nobody should. */
final class Zips {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int count;

    /** Packed and with data descriptors, as by most programs. */
    static byte[] ordinary(Object... namesAndContents) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write(bytes(namesAndContents[i + 1]));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(Object content) {
        return content instanceof byte[] bytes ? bytes : content.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes that do not pack. */
    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Changes every occurrence of one byte, counted from each occurrence of a signature. */
    static byte[] patched(byte[] zip, long signature, int at, int value) {
        byte[] copy = zip.clone();
        var view = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + at < copy.length - 4; i++) {
            if (view.getInt(i) == (int) signature) {
                copy[i + at] = (byte) value;
            }
        }
        return copy;
    }

    /** A member whose local header has its sizes in the Zip64 extra field. */
    Zips zip64(String name, byte[] content) {
        byte[] packed = deflated(content);
        byte[] extra = buffer(20)
                .putShort((short) 1)
                .putShort((short) 16)
                .putLong(content.length)
                .putLong(packed.length)
                .array();
        return member(name, content, packed, 8, 0, -1, -1, extra, new byte[0]);
    }

    /** A member that is stored, its size known only afterwards, as some services stream them. */
    Zips storedWithDescriptor(String name, byte[] content) {
        byte[] descriptor = buffer(16)
                .putInt((int) ZipRecord.DESCRIPTOR)
                .putInt(crc(content))
                .putInt(content.length)
                .putInt(content.length)
                .array();
        return member(name, content, content, 0, 8, 0, 0, new byte[0], descriptor);
    }

    Zips stored(String name, byte[] content) {
        return member(name, content, content, 0, 0, content.length, content.length, new byte[0], new byte[0]);
    }

    /** A member packed by a method of this number. */
    Zips packed(String name, byte[] content, int method) {
        return member(name, content, content, method, 0, content.length, content.length, new byte[0], new byte[0]);
    }

    Zips encrypted(String name, byte[] content) {
        return member(name, content, content, 0, 1, content.length, content.length, new byte[0], new byte[0]);
    }

    private Zips member(
            String name,
            byte[] content,
            byte[] packed,
            int method,
            int flags,
            int saidPacked,
            int saidSize,
            byte[] extra,
            byte[] behind) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        int offset = bytes.size();
        boolean described = (flags & 8) != 0;
        bytes.writeBytes(buffer(30)
                .putInt((int) ZipRecord.LOCAL)
                .putShort((short) 45)
                .putShort((short) flags)
                .putShort((short) method)
                .putInt(0)
                .putInt(described ? 0 : crc(content))
                .putInt(saidPacked)
                .putInt(saidSize)
                .putShort((short) nameBytes.length)
                .putShort((short) extra.length)
                .array());
        bytes.writeBytes(nameBytes);
        bytes.writeBytes(extra);
        bytes.writeBytes(packed);
        bytes.writeBytes(behind);
        directory.writeBytes(buffer(46)
                .putInt((int) ZipRecord.CENTRAL)
                .putShort((short) 45)
                .putShort((short) 45)
                .putShort((short) flags)
                .putShort((short) method)
                .putInt(0)
                .putInt(crc(content))
                .putInt(packed.length)
                .putInt(content.length)
                .putShort((short) nameBytes.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(offset)
                .array());
        directory.writeBytes(nameBytes);
        count++;
        return this;
    }

    /** Lists the first member once more: two members that overlap. */
    Zips listedTwice() {
        byte[] again = directory.toByteArray();
        directory.writeBytes(again);
        count *= 2;
        return this;
    }

    Zips gap(byte[] content) {
        bytes.writeBytes(content);
        return this;
    }

    byte[] build() {
        return build(count);
    }

    byte[] build(int saidCount) {
        return joined(bytes.toByteArray(), directory.toByteArray(), ending(saidCount, bytes.size()));
    }

    private static byte[] deflated(byte[] content) {
        var deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static int crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The local header of a stored member whose bytes follow elsewhere. */
    static ClearContent local(String name, long length, long crc) {
        return new ClearContent(new Zips().header(name, length, crc));
    }

    /** Directory and end of a zip of two stored members, each behind its {@link #local} header. */
    static ClearContent end(
            String first, long firstLength, long firstCrc, String second, long secondLength, long secondCrc) {
        var zip = new Zips();
        long offset = zip.header(first, firstLength, firstCrc).length + firstLength;
        zip.listed(first, firstLength, firstCrc, 0);
        zip.listed(second, secondLength, secondCrc, offset);
        long begin = offset + zip.header(second, secondLength, secondCrc).length + secondLength;
        return new ClearContent(joined(zip.directory.toByteArray(), zip.ending(2, begin)));
    }

    private byte[] header(String name, long length, long crc) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] header = buffer(30)
                .putInt((int) ZipRecord.LOCAL)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) crc)
                .putInt((int) length)
                .putInt((int) length)
                .putShort((short) nameBytes.length)
                .putShort((short) 0)
                .array();
        return joined(header, nameBytes);
    }

    private void listed(String name, long length, long crc, long offset) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        directory.writeBytes(buffer(46)
                .putInt((int) ZipRecord.CENTRAL)
                .putShort((short) 20)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) crc)
                .putInt((int) length)
                .putInt((int) length)
                .putShort((short) nameBytes.length)
                .putLong(0)
                .putInt(0)
                .putInt((int) offset)
                .array());
        directory.writeBytes(nameBytes);
    }

    private byte[] ending(int members, long begin) {
        return buffer(22)
                .putInt((int) ZipRecord.END)
                .putInt(0)
                .putShort((short) members)
                .putShort((short) members)
                .putInt(directory.size())
                .putInt((int) begin)
                .putShort((short) 0)
                .array();
    }
}
