package fr.pli.exchange.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.pli.exchange.platform.Time;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDateTime;

/** The records between the members of a zip, byte by byte (APPNOTE 6.3.10, sections 4.3 and 4.5). */
final class ZipRecords {

    private static final long MAX_32 = 0xFFFF_FFFFL;
    private static final int MAX_16 = 0xFFFF;
    private static final int UTF8_NAMES = 0x0800;
    private static final int STORED = 0;
    private static final int PLAIN = 20;
    private static final int ZIP64 = 45;
    private static final int MADE_ON_UNIX = 3 << 8 | ZIP64;
    private static final int REGULAR_FILE = 0100644 << 16;
    private static final int MODIFIED_EXTRA = 9;

    private ZipRecords() {}

    /** 4.3.7: in front of each member. */
    static byte[] local(String path, long length, long crc32, Instant time) {
        byte[] name = path.getBytes(UTF_8);
        boolean large = length >= MAX_32;
        int extra = MODIFIED_EXTRA + (large ? 20 : 0);
        ByteBuffer out = little(30 + name.length + extra).putInt(0x04034b50);
        common(out, large, length, length, crc32, time, name.length, extra);
        out.put(name);
        modified(out, time);
        if (large) {
            out.putShort((short) 1).putShort((short) 16).putLong(length).putLong(length);
        }
        return out.array();
    }

    /** 4.3.12: one for each member, after all of them. */
    static byte[] central(String path, long length, long crc32, Instant time, long offset) {
        byte[] name = path.getBytes(UTF_8);
        boolean large = length >= MAX_32;
        boolean far = offset >= MAX_32;
        int zip64 = (large ? 16 : 0) + (far ? 8 : 0);
        int extra = MODIFIED_EXTRA + (zip64 > 0 ? 4 + zip64 : 0);
        ByteBuffer out = little(46 + name.length + extra).putInt(0x02014b50).putShort((short) MADE_ON_UNIX);
        common(out, large || far, length, length, crc32, time, name.length, extra);
        out.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(REGULAR_FILE)
                .putInt((int) Math.min(offset, MAX_32));
        out.put(name);
        modified(out, time);
        if (zip64 > 0) {
            out.putShort((short) 1).putShort((short) zip64);
            if (large) {
                out.putLong(length).putLong(length);
            }
            if (far) {
                out.putLong(offset);
            }
        }
        return out.array();
    }

    /** 4.3.14 to 4.3.16: the last record, with the two of Zip64 before it when a number does not fit. */
    static byte[] end(long entries, long directoryOffset, long directoryLength) {
        boolean zip64 = entries >= MAX_16 || directoryOffset >= MAX_32 || directoryLength >= MAX_32;
        ByteBuffer out = little((zip64 ? 56 + 20 : 0) + 22);
        if (zip64) {
            out.putInt(0x06064b50).putLong(44);
            out.putShort((short) MADE_ON_UNIX).putShort((short) ZIP64).putInt(0).putInt(0);
            out.putLong(entries).putLong(entries).putLong(directoryLength).putLong(directoryOffset);
            out.putInt(0x07064b50)
                    .putInt(0)
                    .putLong(directoryOffset + directoryLength)
                    .putInt(1);
        }
        short count = (short) Math.min(entries, MAX_16);
        out.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(count)
                .putShort(count);
        out.putInt((int) Math.min(directoryLength, MAX_32)).putInt((int) Math.min(directoryOffset, MAX_32));
        return out.putShort((short) 0).array();
    }

    /** The part that local and central headers share, from "version needed" to "extra field length". */
    private static void common(
            ByteBuffer out, boolean zip64, long length, long stored, long crc32, Instant time, int name, int extra) {
        LocalDateTime local = LocalDateTime.ofInstant(time, Time.PARIS);
        int date = Math.max(0, local.getYear() - 1980) << 9 | local.getMonthValue() << 5 | local.getDayOfMonth();
        int hour = local.getHour() << 11 | local.getMinute() << 5 | local.getSecond() / 2;
        out.putShort((short) (zip64 ? ZIP64 : PLAIN))
                .putShort((short) UTF8_NAMES)
                .putShort((short) STORED);
        out.putShort((short) hour).putShort((short) date).putInt((int) crc32);
        out.putInt((int) Math.min(stored, MAX_32)).putInt((int) Math.min(length, MAX_32));
        out.putShort((short) name).putShort((short) extra);
    }

    /** Info-ZIP's extended timestamp: the time in UTC, which the header itself cannot say. */
    private static void modified(ByteBuffer out, Instant time) {
        out.putShort((short) 0x5455).putShort((short) 5).put((byte) 1).putInt((int) time.getEpochSecond());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
