package fr.pli.exchange.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("U-9")
class ZipLayoutTest {

    /** As the first release made it: a download begun then goes on. */
    private static final long WAS_LONG = 347;

    private static final String WAS_HASH = "8223b793bb399ea68c1aacb2d4705c431f3d1f45f1a6734cf100921a52c3bc63";

    private static final UUID MESSAGE = UUID.randomUUID();
    private static final Instant TIME = Instant.parse("2026-11-22T09:43:08Z");

    private final Map<UUID, byte[]> contents = new HashMap<>();

    @TempDir
    Path folder;

    @Test
    void theSameSelectionGivesTheSameBytesAndAnotherOneAnotherHash() throws IOException {
        List<ZipMember> members = List.of(member("a.txt", 10), member("b/c.txt", 65536), member("b/d.txt", 1));
        ZipLayout once = ZipLayout.of(members, TIME);
        ZipLayout again = ZipLayout.of(members, TIME);
        assertThat(bytes(once, 0, once.length())).isEqualTo(bytes(again, 0, again.length()));
        assertThat(again.hash()).isEqualTo(once.hash());
        assertThat(ZipLayout.of(members.subList(0, 2), TIME).hash()).isNotEqualTo(once.hash());
        assertThat(ZipLayout.of(members.reversed(), TIME).hash()).isNotEqualTo(once.hash());
        assertThat(ZipLayout.of(members, TIME.plusSeconds(2)).hash()).isNotEqualTo(once.hash());
    }

    @Test
    void theLengthIsKnownAndAnyRangeIsTheRangeOfTheWhole() throws IOException {
        ZipLayout layout = ZipLayout.of(List.of(member("a", 1), member("b", 65537), member("c", 3000)), TIME);
        byte[] whole = bytes(layout, 0, layout.length());
        assertThat(whole).hasSize((int) layout.length());
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(whole.length);
            int to = from + 1 + random.nextInt(whole.length - from);
            assertThat(bytes(layout, from, to)).isEqualTo(Arrays.copyOfRange(whole, from, to));
        }
    }

    @Test
    void namesKeepTheirFoldersAndEqualOnesGetANumber() throws IOException {
        ZipLayout layout = ZipLayout.of(
                List.of(
                        member("pièces/rapport.pdf", 5),
                        member("pièces/rapport.pdf", 6),
                        member("pièces/RAPPORT.pdf", 7),
                        member("EMPREINTES.txt", 8),
                        member("../../etc/passwd", 9),
                        member("dossier", 3),
                        member("dossier/été 😀.txt", 4),
                        member(".cache", 2),
                        member(".cache", 2)),
                TIME);
        assertThat(layout.members().stream().map(ZipMember::path))
                .containsExactly(
                        "pièces/rapport.pdf",
                        "pièces/rapport (2).pdf",
                        "pièces/RAPPORT (3).pdf",
                        "EMPREINTES (2).txt",
                        "__/__/etc/passwd",
                        "dossier (2)",
                        "dossier/été 😀.txt",
                        ".cache",
                        ".cache (2)");
        try (var zip = new ZipFile(write(layout).toFile())) {
            for (ZipMember member : layout.members()) {
                ZipEntry entry = zip.getEntry(member.path());
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(TIME);
                assertThat(zip.getInputStream(entry).readAllBytes()).isEqualTo(contents.get(member.file()));
            }
        }
    }

    @Test
    void otherProgramsFindNothingToSayAndTheFingerprintsAreThoseOfTheFiles() throws Exception {
        ZipLayout layout = ZipLayout.of(
                List.of(
                        member("rapport final.pdf", 100_000),
                        member("pièces/été.txt", 65_536),
                        member("vide-ou-presque", 1)),
                TIME);
        Path zip = write(layout);
        assertThat(run("unzip", "-t", zip.toString())).contains("No errors detected");
        assertThat(run("zipinfo", "-v", zip.toString()))
                .contains("pièces/été.txt")
                .doesNotContain("error");
        assertThat(run(
                        "python3",
                        "-c",
                        "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())",
                        zip.toString()))
                .contains("None");
        run("unzip", "-q", zip.toString(), "-d", folder.resolve("out").toString());
        assertThat(run("sh", "-c", "cd '" + folder.resolve("out") + "' && sha256sum --check EMPREINTES.txt"))
                .contains("rapport final.pdf: OK", "pièces/été.txt: OK", "vide-ou-presque: OK");
    }

    @Test
    void beyondFourGigabytesTheNumbersAreThoseOfZip64() throws Exception {
        long two = 2_000_000_000;
        List<ZipMember> members = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            members.add(new ZipMember(MESSAGE, UUID.randomUUID(), "zeros-" + i, two, crcOfZeros(two), "0".repeat(64)));
        }
        members.add(new ZipMember(
                MESSAGE, UUID.randomUUID(), "huge", 5_000_000_000L, crcOfZeros(5_000_000_000L), "0".repeat(64)));
        members.add(member("after.txt", 12));
        ZipLayout layout = ZipLayout.of(members, TIME);
        assertThat(layout.length()).isGreaterThan(11_000_000_000L);

        Path zip = folder.resolve("large.zip");
        try (var out = new RandomAccessFile(zip.toFile(), "rw")) {
            for (ZipLayout.Part part : layout.parts(0, layout.length())) {
                out.seek(part.offset());
                switch (part) {
                    case ZipLayout.Made made -> out.write(made.bytes());
                    case ZipLayout.Stored stored ->
                        out.write(contents.getOrDefault(
                                layout.members().get(stored.member()).file(), new byte[0]));
                }
            }
        }
        assertThat(Files.size(zip)).isEqualTo(layout.length());
        try (var read = new ZipFile(zip.toFile())) {
            assertThat(Collections.list(read.entries())).hasSize(6);
            assertThat(read.getEntry("huge").getSize()).isEqualTo(5_000_000_000L);
            assertThat(read.getInputStream(read.getEntry("after.txt")).readAllBytes())
                    .isEqualTo(contents.get(members.getLast().file()));
        }
        assertThat(run("zipinfo", zip.toString())).contains("6 files").contains("after.txt");
        assertThat(run("unzip", "-p", zip.toString(), "after.txt")).hasSize(12);
        assertThat(run(
                        "python3",
                        "-c",
                        "import sys, zipfile; print(len(zipfile.ZipFile(sys.argv[1]).read('after.txt')))",
                        zip.toString()))
                .contains("12");
    }

    @Test
    void aHundredThousandMembersAreCountedByZip64() throws IOException {
        List<ZipMember> members = new ArrayList<>();
        ZipMember one = member("n", 1);
        for (int i = 0; i < 70_000; i++) {
            members.add(one.named("n" + i));
        }
        try (var zip = new ZipFile(write(ZipLayout.of(members, TIME)).toFile())) {
            assertThat(zip.size()).isEqualTo(70_001);
        }
    }

    @Test
    void theBytesOfOneListAreTheSameAsEver() {
        ZipLayout layout = ZipLayout.of(
                List.of(new ZipMember(MESSAGE, new UUID(1, 2), "pièces/a.txt", 3, 0x352441c2L, "ba78".repeat(16))),
                TIME);
        assertThat(layout.length()).isEqualTo(WAS_LONG);
        assertThat(layout.hash()).isEqualTo(WAS_HASH);
    }

    @Test
    void enclosuresLieBeforeTheFilesUnderTheirOwnNamesAndAreVouchedForToo() throws Exception {
        byte[] index = "<title>Dossier</title>".getBytes(UTF_8);
        byte[] list = "liste;\n".getBytes(UTF_8);
        List<ZipMember> members = List.of(member("index.html", 9), member("pièces/a.txt", 70_000));
        List<Enclosure> enclosures =
                List.of(new Enclosure("index.html", index), new Enclosure("reçus/liste.csv", list));
        ZipLayout layout = ZipLayout.of(members, TIME, enclosures);
        assertThat(layout.hash()).isNotEqualTo(ZipLayout.of(members, TIME).hash());
        assertThat(layout.hash())
                .isEqualTo(ZipLayout.of(members, TIME, enclosures).hash())
                .isNotEqualTo(
                        ZipLayout.of(members, TIME, List.of(new Enclosure("index.html", list), enclosures.getLast()))
                                .hash());
        Path zip = write(layout);
        try (var read = new ZipFile(zip.toFile())) {
            assertThat(Collections.list(read.entries()).stream().map(ZipEntry::getName))
                    .containsExactly(
                            "EMPREINTES.txt", "index.html", "reçus/liste.csv", "index (2).html", "pièces/a.txt");
            assertThat(read.getInputStream(read.getEntry("index.html")).readAllBytes())
                    .isEqualTo(index);
        }
        assertThat(run("unzip", "-t", zip.toString())).contains("No errors detected");
        run("unzip", "-q", zip.toString(), "-d", folder.resolve("out").toString());
        assertThat(run("sh", "-c", "cd '" + folder.resolve("out") + "' && sha256sum --check EMPREINTES.txt"))
                .contains("index.html: OK", "reçus/liste.csv: OK", "index (2).html: OK", "pièces/a.txt: OK");
    }

    @Test
    void aRangeNamesThePartsThatHaveItsBytesAndNoOthers() {
        ZipLayout layout = ZipLayout.of(
                List.of(member("a", 1), member("b", 65537), member("c", 3000)),
                TIME,
                List.of(new Enclosure("vide.txt", new byte[0])));
        List<ZipLayout.Part> all = layout.parts(0, layout.length());
        var random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            long from = random.nextLong(layout.length());
            long to = from + 1 + random.nextLong(layout.length() - from);
            assertThat(layout.parts(from, to).stream()
                            .filter(part -> part.length() > 0)
                            .toList())
                    .isEqualTo(all.stream()
                            .filter(part -> part.length() > 0 && part.offset() < to && part.end() > from)
                            .toList());
        }
        assertThat(layout.parts(5, 5)).isEmpty();
    }

    @Test
    void tenThousandEqualNamesAreToldApartWithoutTryingEachNumberAgain() {
        ZipMember one = member("a.txt", 1);
        List<ZipMember> named = ZipNames.distinct(Collections.nCopies(100_000, one), List.of());
        assertThat(named.getLast().path()).isEqualTo("a (100000).txt");
        assertThat(named.stream().map(ZipMember::path).distinct()).hasSize(100_000);
    }

    private ZipMember member(String path, int length) {
        byte[] content = new byte[length];
        new Random(path.hashCode() + length).nextBytes(content);
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) ('a' + (content[i] & 15));
        }
        UUID file = UUID.nameUUIDFromBytes((path + length + contents.size()).getBytes(UTF_8));
        contents.put(file, content);
        var crc = new CRC32();
        crc.update(content);
        return new ZipMember(MESSAGE, file, path, length, crc.getValue(), sha256(content));
    }

    private byte[] bytes(ZipLayout layout, long from, long to) throws IOException {
        var out = new ByteArrayOutputStream();
        for (ZipLayout.Part part : layout.parts(from, to)) {
            int start = (int) Math.max(0, from - part.offset());
            int end = (int) Math.min(part.length(), to - part.offset());
            byte[] content =
                    switch (part) {
                        case ZipLayout.Made made -> made.bytes();
                        case ZipLayout.Stored stored ->
                            contents.get(layout.members().get(stored.member()).file());
                    };
            out.write(content, start, end - start);
        }
        return out.toByteArray();
    }

    private Path write(ZipLayout layout) throws IOException {
        return Files.write(folder.resolve("test.zip"), bytes(layout, 0, layout.length()));
    }

    private static long crcOfZeros(long length) {
        var crc = new CRC32();
        byte[] zeros = new byte[1 << 20];
        for (long left = length; left > 0; left -= zeros.length) {
            crc.update(zeros, 0, (int) Math.min(left, zeros.length));
        }
        return crc.getValue();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String run(String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
