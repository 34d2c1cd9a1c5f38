package fr.pli.exchange.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The central directory of a stored zip.
 *
 * @param members in the order of their bytes; offsets are those in the file
 * @param start where the directory begins
 * @param exact whether nothing stands before, behind or beside what the zip's own records account for
 */
record ZipDirectory(List<ZipRecord> members, long start, boolean exact) {

    private static final int END_LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END_64_LENGTH = 56;
    private static final int TAIL = END_LENGTH + 65_535 + LOCATOR_LENGTH + END_64_LENGTH;

    Set<ZipRecord.Hint> hints() {
        return members.stream().map(ZipRecord::hint).collect(Collectors.toSet());
    }

    /**
     * Looks for a zip, also behind other bytes, as programs that unpack do.
     *
     * @return empty when the content is none
     * @throws ZipFault when it is one that contradicts itself or has more than {@code most} members
     */
    static Optional<ZipDirectory> find(Content content, int most) throws IOException {
        long from = Math.max(0, content.length() - TAIL);
        ByteBuffer tail = bytes(content, from, content.length());
        boolean local = content.length() >= 4 && bytes(content, 0, 4).getInt(0) == (int) ZipRecord.LOCAL;
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == (int) ZipRecord.END) {
                var found = Ending.read(content, tail, from, at).directory(content, most);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        if (local) {
            throw ZipFault.malformed("a zip without its directory");
        }
        return Optional.empty();
    }

    private static ByteBuffer bytes(Content content, long from, long to) throws IOException {
        var bytes = ByteBuffer.allocate((int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
        content.read(from, to, bytes::put);
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What the end record says, Zip64 numbers included (APPNOTE 4.3.14 to 4.3.16). */
    private record Ending(long count, long size, long offset, long behind, boolean last, boolean split) {

        static Ending read(Content content, ByteBuffer tail, long from, int at) throws IOException {
            boolean last = at + END_LENGTH + (tail.getShort(at + 20) & 0xFFFF) == tail.limit();
            boolean split = tail.getShort(at + 4) != 0 && tail.getShort(at + 4) != -1;
            int locator = at - LOCATOR_LENGTH;
            if (locator >= 0 && tail.getInt(locator) == (int) ZipRecord.LOCATOR_64) {
                long record = tail.getLong(locator + 8);
                if (!isEnd64(content, record)) {
                    record = from + locator - END_64_LENGTH;
                }
                if (isEnd64(content, record)) {
                    ByteBuffer wide = bytes(content, record, record + END_64_LENGTH);
                    boolean adjacent = record + 12 + wide.getLong(4) == from + locator;
                    return new Ending(
                            wide.getLong(32), wide.getLong(40), wide.getLong(48), record, last && adjacent, split);
                }
            }
            return new Ending(
                    tail.getShort(at + 10) & 0xFFFF,
                    tail.getInt(at + 12) & 0xFFFF_FFFFL,
                    tail.getInt(at + 16) & 0xFFFF_FFFFL,
                    from + at,
                    last,
                    split);
        }

        private static boolean isEnd64(Content content, long at) throws IOException {
            return at >= 0
                    && at + END_64_LENGTH <= content.length()
                    && bytes(content, at, at + 4).getInt(0) == (int) ZipRecord.END_64;
        }

        Optional<ZipDirectory> directory(Content content, int most) throws IOException {
            long start = behind - size;
            long shift = start - offset;
            if (size < 0 || start < 0 || !plausible(content, start)) {
                return Optional.empty();
            }
            if (split || shift < 0) {
                throw ZipFault.malformed("a directory that points behind itself, or a part of a split zip");
            }
            if (count > most) {
                throw new ZipFault(Unscannable.TOO_MANY_MEMBERS, count + " members");
            }
            List<ZipRecord> members = members(content, start, shift);
            if (members.size() != count) {
                throw ZipFault.malformed("a wrong number of members");
            }
            return Optional.of(new ZipDirectory(members, start, last && shift == 0));
        }

        private boolean plausible(Content content, long start) throws IOException {
            return size == 0 && count == 0 && start == 0
                    || size >= 46 && bytes(content, start, start + 4).getInt(0) == (int) ZipRecord.CENTRAL;
        }

        private List<ZipRecord> members(Content content, long start, long shift) throws IOException {
            var members = new ArrayList<ZipRecord>();
            var in = new ZipInput(new ContentInput(content, start, behind));
            while (!in.ended() && members.size() <= count) {
                if (in.u32() != ZipRecord.CENTRAL) {
                    throw ZipFault.malformed("something else within the directory");
                }
                ZipRecord member = ZipRecord.central(in);
                members.add(member.at(member.offset() + shift));
            }
            members.sort(Comparator.comparingLong(ZipRecord::offset));
            return members;
        }
    }
}
