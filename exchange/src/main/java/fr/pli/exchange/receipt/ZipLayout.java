package fr.pli.exchange.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
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
        List<ZipMember> members = ZipNames.distinct(asked, FINGERPRINTS);
        byte[] fingerprints = fingerprints(members);
        var crc = new CRC32();
        crc.update(fingerprints);

        var parts = new ArrayList<Part>();
        var directory = new ArrayList<byte[]>();
        long at = 0;
        directory.add(ZipRecords.central(FINGERPRINTS, fingerprints.length, crc.getValue(), time, at));
        at = append(parts, ZipRecords.local(FINGERPRINTS, fingerprints.length, crc.getValue(), time), at);
        at = append(parts, fingerprints, at);
        for (ZipMember member : members) {
            directory.add(ZipRecords.central(member.path(), member.length(), member.crc32(), time, at));
            at = append(parts, ZipRecords.local(member.path(), member.length(), member.crc32(), time), at);
            parts.add(new Stored(at, member.length(), member.file()));
            at += member.length();
        }
        long directoryOffset = at;
        for (byte[] entry : directory) {
            at = append(parts, entry, at);
        }
        append(parts, ZipRecords.end(directory.size(), directoryOffset, at - directoryOffset), at);
        return new ZipLayout(members, List.copyOf(parts), hash(members, time));
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
        return parts.stream()
                .filter(part -> part.offset() < to && part.end() > from)
                .toList();
    }

    /** A run of bytes of the zip. */
    sealed interface Part {

        long offset();

        long length();

        default long end() {
            return offset() + length();
        }
    }

    /** Headers and the list of fingerprints: nobody's file. */
    record Made(long offset, byte[] bytes) implements Part {

        @Override
        public long length() {
            return bytes.length;
        }
    }

    /** The bytes of a stored file, as they are. */
    record Stored(long offset, long length, UUID file) implements Part {}

    private static long append(List<Part> parts, byte[] bytes, long at) {
        parts.add(new Made(at, bytes));
        return at + bytes.length;
    }

    /** As {@code sha256sum --check EMPREINTES.txt} reads it. */
    private static byte[] fingerprints(List<ZipMember> members) {
        var lines = new StringBuilder();
        members.forEach(member ->
                lines.append(member.sha256()).append("  ").append(member.path()).append('\n'));
        return lines.toString().getBytes(UTF_8);
    }

    private static String hash(List<ZipMember> members, Instant time) {
        MessageDigest digest = sha256();
        digest.update((VERSION + '\n' + time.getEpochSecond() + '\n').getBytes(UTF_8));
        for (ZipMember member : members) {
            String line = member.file() + " " + member.length() + " " + member.crc32() + " " + member.sha256() + " "
                    + member.path() + '\n';
            digest.update(line.getBytes(UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
