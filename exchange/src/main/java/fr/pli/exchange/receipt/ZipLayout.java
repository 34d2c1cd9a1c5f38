package fr.pli.exchange.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Where each byte of a zip comes from: a pure function of the ordered list of its members and one time (U-9). The same
 * list gives the same bytes for ever, so its hash is a strong validator and any range can be served by arithmetic.
 */
final class ZipLayout {

    /** Changes when the bytes made from one list change. */
    private static final String VERSION = "pli-zip-1";

    static final String FINGERPRINTS = "EMPREINTES.txt";

    private final List<ZipMember> members;
    private final List<Part> parts;
    private final long length;
    private final String hash;

    private ZipLayout(List<ZipMember> members, List<Part> parts, String hash) {
        this.members = members;
        this.parts = parts;
        this.length = parts.getLast().end();
        this.hash = hash;
    }

    static ZipLayout of(List<ZipMember> asked, Instant time) {
        return of(asked, time, List.of());
    }

    /** @param enclosures under paths of their own, each another; they come before the members */
    static ZipLayout of(List<ZipMember> asked, Instant time, List<Enclosure> enclosures) {
        List<String> reserved = new ArrayList<>(List.of(FINGERPRINTS));
        enclosures.forEach(enclosure -> reserved.add(ZipNames.safe(enclosure.path())));
        List<ZipMember> members = ZipNames.distinct(asked, reserved);
        var made = new ArrayList<Enclosure>();
        made.add(new Enclosure(FINGERPRINTS, fingerprints(members, enclosures)));
        enclosures.forEach(enclosure -> made.add(new Enclosure(ZipNames.safe(enclosure.path()), enclosure.bytes())));

        var parts = new ArrayList<Part>();
        var directory = new ArrayList<byte[]>();
        long at = 0;
        for (Enclosure one : made) {
            long crc = crc32(one.bytes());
            directory.add(ZipRecords.central(one.path(), one.bytes().length, crc, time, at));
            at = append(parts, ZipRecords.local(one.path(), one.bytes().length, crc, time), at, 0);
            at = append(parts, one.bytes(), at, 0);
        }
        for (int i = 0; i < members.size(); i++) {
            ZipMember member = members.get(i);
            directory.add(ZipRecords.central(member.path(), member.length(), member.crc32(), time, at));
            at = append(parts, ZipRecords.local(member.path(), member.length(), member.crc32(), time), at, i);
            parts.add(new Stored(at, member.length(), i));
            at += member.length();
        }
        long directoryOffset = at;
        int last = members.size() - 1;
        for (byte[] entry : directory) {
            at = append(parts, entry, at, last);
        }
        append(parts, ZipRecords.end(directory.size(), directoryOffset, at - directoryOffset), at, last);
        return new ZipLayout(members, List.copyOf(parts), hash(members, time, made.subList(1, made.size())));
    }

    long length() {
        return length;
    }

    /** Lower-case hex SHA-256 of the list. */
    String hash() {
        return hash;
    }

    /** The members under the names they have inside. */
    List<ZipMember> members() {
        return members;
    }

    /** The parts that have bytes between {@code from} (inclusive) and {@code to} (exclusive), in order. */
    List<Part> parts(long from, long to) {
        return from < to ? parts.subList(first(from + 1), first(to) + 1) : List.of();
    }

    /** Index of the part that holds the byte before {@code offset}, or of the last one. */
    private int first(long offset) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).end() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A run of bytes of the zip. */
    sealed interface Part {

        long offset();

        long length();

        /** Index of the member under whose right these bytes are handed over. */
        int member();

        default long end() {
            return offset() + length();
        }
    }

    /** Headers and the list of fingerprints: nobody's file. */
    record Made(long offset, byte[] bytes, int member) implements Part {

        @Override
        public long length() {
            return bytes.length;
        }
    }

    /** The bytes of a stored file, as they are. */
    record Stored(long offset, long length, int member) implements Part {}

    private static long append(List<Part> parts, byte[] bytes, long at, int member) {
        parts.add(new Made(at, bytes, member));
        return at + bytes.length;
    }

    /** As {@code sha256sum --check EMPREINTES.txt} reads it. */
    private static byte[] fingerprints(List<ZipMember> members, List<Enclosure> enclosures) {
        var lines = new StringBuilder();
        enclosures.forEach(enclosure -> lines.append(sha256(enclosure.bytes()))
                .append("  ")
                .append(ZipNames.safe(enclosure.path()))
                .append('\n'));
        members.forEach(member ->
                lines.append(member.sha256()).append("  ").append(member.path()).append('\n'));
        return lines.toString().getBytes(UTF_8);
    }

    private static String hash(List<ZipMember> members, Instant time, List<Enclosure> enclosures) {
        MessageDigest digest = sha256();
        digest.update((VERSION + '\n' + time.getEpochSecond() + '\n').getBytes(UTF_8));
        for (ZipMember member : members) {
            String line = member.file() + " " + member.length() + " " + member.crc32() + " " + member.sha256() + " "
                    + member.path() + '\n';
            digest.update(line.getBytes(UTF_8));
        }
        for (Enclosure enclosure : enclosures) {
            String line = sha256(enclosure.bytes()) + " " + enclosure.path() + '\n';
            digest.update(line.getBytes(UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static long crc32(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
