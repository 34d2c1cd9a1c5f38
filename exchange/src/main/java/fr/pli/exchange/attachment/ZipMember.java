package fr.pli.exchange.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The unpacked bytes of one member. At its end what was read is compared with what every header of it says; a
 * difference is a fault, because another program would unpack something else.
 */
final class ZipMember extends InputStream {

    private final ZipInput in;
    private final ZipRecord local;
    private final @Nullable ZipRecord central;
    private final @Nullable Inflater inflater;
    private final AnalysisBudget budget;
    private final CRC32 crc = new CRC32();
    private final long begin;
    private final long storedLength;
    private long size;
    private long packed;
    private boolean ended;

    ZipMember(
            ZipInput in,
            ZipRecord local,
            @Nullable ZipRecord central,
            @Nullable Inflater inflater,
            AnalysisBudget budget)
            throws IOException {
        this.in = in;
        this.local = local;
        this.central = central;
        this.inflater = inflater;
        this.budget = budget;
        this.begin = in.position();
        this.storedLength = inflater == null ? local.packedIn(central) : 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int count = inflater == null ? stored(target, offset, length) : inflated(inflater, target, offset, length);
        if (count > 0) {
            crc.update(target, offset, count);
            size += count;
            budget.unpacked(count);
            return count;
        }
        ended = true;
        verify();
        return -1;
    }

    private int stored(byte[] target, int offset, int length) throws IOException {
        long left = storedLength - size;
        if (left == 0) {
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw ZipFault.malformed("ends within a member");
        }
        return count;
    }

    private int inflated(Inflater inflater, byte[] target, int offset, int length) throws IOException {
        return inflater.finished() ? -1 : in.inflate(inflater, target, offset, length);
    }

    private void verify() throws IOException {
        packed = in.position() - begin;
        if (local.described()) {
            descriptor();
        } else {
            same(local.crc(), local.packed(), local.size());
        }
        if (central != null) {
            same(central.crc(), central.packed(), central.size());
        }
    }

    /** With or without its signature, with sizes of 4 or 8 bytes (APPNOTE 4.3.9): the known values decide which. */
    private void descriptor() throws IOException {
        if (in.peek32(0) == ZipRecord.DESCRIPTOR) {
            in.skip(4);
        }
        long found = in.u32();
        boolean wide = in.peek32(0) == (packed & 0xFFFF_FFFFL)
                && in.peek32(4) == packed >>> 32
                && in.peek32(8) == (size & 0xFFFF_FFFFL)
                && in.peek32(12) == size >>> 32;
        same(found, wide ? in.u64() : in.u32(), wide ? in.u64() : in.u32());
    }

    private void same(long saidCrc, long saidPacked, long saidSize) throws ZipFault {
        if (saidCrc != crc.getValue() || saidPacked != packed || saidSize != size) {
            throw ZipFault.malformed("a member is not what its headers say");
        }
    }

    /** What this member says of itself, with the values that were found: to be compared with its central header. */
    ZipRecord found() {
        return new ZipRecord(
                local.flags(),
                local.method(),
                crc.getValue(),
                packed,
                size,
                local.name(),
                local.hint(),
                local.offset());
    }
}
