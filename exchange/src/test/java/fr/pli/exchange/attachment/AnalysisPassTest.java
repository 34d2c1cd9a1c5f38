package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.Clamd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** The cliffs of clamd, with limits a thousand times lower than in production. */
@Tag("U-5")
class AnalysisPassTest {

    private static final String VIRUS = "..." + Clamd.SIGNATURE + "...";
    private static final Verdict INFECTED = Verdict.infected("Pli-Test-Signature.UNOFFICIAL");
    private static final int MB = 1_000_000;

    private static Clamd clamd;

    @BeforeAll
    static void startClamd() {
        clamd = Clamd.with(Map.of("StreamMaxLength", "4000000", "MaxFileSize", "2000000", "MaxScanSize", "3000000"));
    }

    @AfterAll
    static void stopClamd() {
        clamd.close();
    }

    @Test
    void aLetterIsCleanAndAVirusIsNot() {
        assertThat(verdict(Zips.bytes("Une lettre."))).isEqualTo(Verdict.CLEAN);
        assertThat(verdict(Zips.bytes(VIRUS))).isEqualTo(INFECTED);
    }

    @Test
    void aFileAboveMaxFileSizeButBelowStreamMaxLengthIsNotClean() {
        assertThat(verdict(Zips.joined(Zips.bytes(VIRUS), Zips.random(3 * MB))))
                .isEqualTo(Verdict.of(Unscannable.TOO_LARGE));
    }

    @Test
    void aFileAboveEveryLimitOfClamdIsNotClean() {
        assertThat(verdict(Zips.joined(Zips.random(5 * MB), Zips.bytes(VIRUS))))
                .isEqualTo(Verdict.of(Unscannable.TOO_LARGE));
    }

    @Test
    void aFileAboveTheLimitsIsNotEvenGivenToAClamdThatWouldCallItClean() throws Exception {
        try (var lax = Clamd.with(Map.of("MaxFileSize", "2000000", "AlertExceedsMax", "no"))) {
            byte[] large = Zips.joined(Zips.bytes(VIRUS), Zips.random(3 * MB));
            assertThat(read(lax, large, settings(0, 5), new ClamdLimits(4L * MB, 0, true, true))
                            .verdict())
                    .as("the cliff")
                    .isEqualTo(Verdict.CLEAN);
            assertThat(read(lax, large, settings(0, 5)).verdict()).isEqualTo(Verdict.of(Unscannable.TOO_LARGE));
        }
    }

    @Test
    void aFileThatTakesLongerThanMaxScanTimeIsNotClean() throws Exception {
        try (var hurried = Clamd.with(Map.of("MaxScanTime", "1"))) {
            byte[] slow = Zips.joined(Zips.random(30 * MB), Zips.bytes(VIRUS));
            assertThat(read(hurried, slow, settings(0, 5)).verdict()).isEqualTo(Verdict.of(Unscannable.TOO_LONG));
        }
    }

    @Test
    void anEncryptedMemberIsNotCleanAndHidesNoVirusBesideIt() {
        assertThat(verdict(new Zips().encrypted("a", Zips.random(100)).build()))
                .isEqualTo(Verdict.of(Unscannable.ENCRYPTED));
        assertThat(verdict(new Zips()
                        .encrypted("a", Zips.random(100))
                        .stored("b", Zips.bytes(VIRUS))
                        .build()))
                .isEqualTo(INFECTED);
    }

    @Test
    void aMemberWithAZip64HeaderIsLookedAt() {
        byte[] zip = new Zips().zip64("a", Zips.bytes(VIRUS)).build();

        assertThat(verdict(zip)).isEqualTo(INFECTED);
        assertThat(verdict(new Zips().zip64("a", Zips.bytes("Une lettre.")).build()))
                .isEqualTo(Verdict.CLEAN);
        assertThat(verdict(Zips.ordinary("inner.zip", zip))).isEqualTo(INFECTED);
    }

    @Test
    void aZip64MemberWhereItCannotBeReachedIsNotClean() {
        byte[] tar = Zips.joined(
                Zips.random(700), new Zips().zip64("a", Zips.bytes(VIRUS)).build(), new byte[1024]);
        assertThat(verdict(tar)).isNotEqualTo(Verdict.CLEAN);
        assertThat(verdict(Zips.ordinary("program.exe", tar))).isEqualTo(Verdict.of(Unscannable.UNSUPPORTED));
    }

    @Test
    void aZip64ZipInWhatOnlyClamdUnpacksIsNotClean() throws Exception {
        byte[] zip = new Zips().zip64("a", Zips.bytes(VIRUS)).build();
        byte[] tar = Zips.joined(new byte[512], zip, new byte[1024]);

        for (byte[] packed : new byte[][] {gzip(zip), gzip(tar), gzip(gzip(tar)), Zips.ordinary("a.tgz", gzip(tar))}) {
            assertThat(verdict(packed)).isEqualTo(Verdict.of(Unscannable.UNSUPPORTED));
        }
        assertThat(verdict(gzip(Zips.bytes("Une lettre.")))).isEqualTo(Verdict.CLEAN);
        assertThat(verdict(gzip(Zips.bytes(VIRUS)))).isEqualTo(INFECTED);
    }

    @Test
    void aClamdWithoutOurSignaturesIsNotBelievedAboutPackedArchives() throws Exception {
        try (var foreign = Clamd.with(Map.of(Clamd.WITHOUT_ZIP64, ""))) {
            byte[] hidden = gzip(new Zips().zip64("a", Zips.bytes(VIRUS)).build());
            var limits = ClamdLimits.read(foreign.configuration());
            assertThat(read(foreign, hidden, settings(0, 5), limits.withZip64(true))
                            .verdict())
                    .as("the cliff")
                    .isEqualTo(Verdict.CLEAN);
            assertThat(read(foreign, hidden, settings(0, 5), limits).verdict())
                    .isEqualTo(Verdict.of(Unscannable.UNSUPPORTED));
            assertThat(read(foreign, Zips.bytes("Une lettre."), settings(0, 5), limits)
                            .verdict())
                    .isEqualTo(Verdict.CLEAN);
        }
    }

    @Test
    void ofTwoFilesWithOneMd5TheSecondIsLookedAtAsWell() throws Exception {
        byte[] harmless = Md5Twins.one();
        byte[] harmful = Md5Twins.other();
        try (var remembering = Clamd.with(Map.of("DisableCache", "no"))) {
            remembering.learn("Pli-Collision", Arrays.copyOfRange(harmful, 16, 32));
            assertThat(read(remembering, harmless, settings(0, 5)).verdict()).isEqualTo(Verdict.CLEAN);
            assertThat(read(remembering, harmful, settings(0, 5)).verdict())
                    .as("the cliff")
                    .isEqualTo(Verdict.CLEAN);
        }
        try (var looking = Clamd.with(Map.of())) {
            looking.learn("Pli-Collision", Arrays.copyOfRange(harmful, 16, 32));
            assertThat(read(looking, harmless, settings(0, 5)).verdict()).isEqualTo(Verdict.CLEAN);
            assertThat(read(looking, harmful, settings(0, 5)).verdict())
                    .isEqualTo(Verdict.infected("Pli-Collision.UNOFFICIAL"));
        }
    }

    @Test
    void aFileThatWasCleanIsNotOnceItsSignatureIsKnown() throws Exception {
        byte[] file = Zips.random(MB);
        try (var own = Clamd.with(Map.of())) {
            assertThat(read(own, file, settings(0, 5)).verdict()).isEqualTo(Verdict.CLEAN);
            own.learn("Pli-Later", Arrays.copyOfRange(file, 5000, 5064));
            assertThat(read(own, file, settings(0, 5)).verdict()).isEqualTo(Verdict.infected("Pli-Later.UNOFFICIAL"));
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void anOrdinaryZipWhoseMembersTogetherExceedClamdsSumPasses() {
        byte[] zip =
                Zips.ordinary("a", Zips.random(1_500_000), "b", Zips.random(1_500_001), "c", Zips.random(1_500_002));
        assertThat(zip.length).isGreaterThan(4 * MB);
        assertThat(verdict(zip)).isEqualTo(Verdict.CLEAN);
        assertThat(verdict(Zips.ordinary("a", Zips.random(1_500_000), "b", Zips.random(1_500_001), "c", VIRUS)))
                .isEqualTo(INFECTED);
    }

    @Test
    void aMemberAboveClamdsLimitsIsNotClean() {
        assertThat(verdict(Zips.ordinary("a", new byte[3 * MB]))).isEqualTo(Verdict.of(Unscannable.TOO_LARGE));
    }

    @Test
    void aZipWithinAZipIsWalked() {
        byte[] inner = Zips.ordinary("deep", VIRUS);
        assertThat(verdict(Zips.ordinary("inner.zip", inner))).isEqualTo(INFECTED);
        assertThat(verdict(Zips.ordinary("inner.zip", Zips.ordinary("innermost.zip", Zips.ordinary("a", "b")))))
                .isEqualTo(Verdict.CLEAN);
        assertThat(verdict(Zips.ordinary(
                        "inner.zip", Zips.ordinary("a", Zips.random(1_500_000), "b", Zips.random(1_500_001)))))
                .isEqualTo(Verdict.CLEAN);
    }

    @Test
    void zipsNestedDeeperThanTheBoundAreNotClean() {
        byte[] zip = Zips.ordinary("a", "b");
        for (int depth = 0; depth < 6; depth++) {
            zip = Zips.ordinary("a.zip", zip);
        }
        assertThat(verdict(zip)).isEqualTo(Verdict.of(Unscannable.NESTED_TOO_DEEP));
    }

    @Test
    void anArchiveBombIsNotClean() {
        byte[] bomb = Zips.ordinary("a", new byte[70 * MB]);
        var limits = new ClamdLimits(2_000_000_000, 0, true, true);
        assertThat(read(Clamd.shared(), bomb, settings(0, 5), limits).verdict())
                .isEqualTo(Verdict.of(Unscannable.BOMB));
    }

    @Test
    void tooManyMembersAreNotClean() {
        var zip = new Zips();
        for (int i = 0; i < 101; i++) {
            zip.stored("m" + i, new byte[0]);
        }
        assertThat(read(clamd, zip.build(), settings(0, 5)).verdict())
                .isEqualTo(Verdict.of(Unscannable.TOO_MANY_MEMBERS));
        assertThat(read(clamd, zip.build(1), settings(0, 5)).verdict()).isEqualTo(Verdict.of(Unscannable.MALFORMED));
    }

    @Test
    void aMemberPackedInAWayNobodyUnpacksHereIsNotClean() {
        assertThat(verdict(new Zips().packed("a", Zips.random(60), 14).build()))
                .isEqualTo(Verdict.of(Unscannable.UNSUPPORTED));
        assertThat(verdict(new Zips().packed("a", Zips.random(50), 93).build()))
                .isEqualTo(Verdict.of(Unscannable.UNSUPPORTED));
    }

    @Test
    void aStoredMemberWhoseSizeFollowsItPasses() {
        byte[] zip = new Zips()
                .storedWithDescriptor("a", Zips.random(100_000))
                .storedWithDescriptor("b", Zips.random(1))
                .build();
        assertThat(verdict(zip)).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void aZipThatContradictsItselfIsNotClean() {
        byte[] zip = new Zips()
                .stored("a", Zips.random(100))
                .stored("b", Zips.random(100))
                .build();
        assertThat(verdict(zip)).isEqualTo(Verdict.CLEAN);
        assertThat(verdict(Zips.patched(zip, ZipRecord.LOCAL, 30, 'x')))
                .as("name")
                .isEqualTo(Verdict.of(Unscannable.MALFORMED));
        assertThat(verdict(Zips.patched(zip, ZipRecord.LOCAL, 18, 99)))
                .as("size")
                .isEqualTo(Verdict.of(Unscannable.MALFORMED));
        assertThat(verdict(Zips.patched(zip, ZipRecord.LOCAL, 8, 8)))
                .as("method")
                .isEqualTo(Verdict.of(Unscannable.MALFORMED));
        assertThat(verdict(Zips.patched(zip, ZipRecord.LOCAL, 14, 1)))
                .as("crc")
                .isEqualTo(Verdict.of(Unscannable.MALFORMED));
        assertThat(verdict(
                        new Zips().stored("a", Zips.random(100)).listedTwice().build()))
                .as("overlap")
                .isEqualTo(Verdict.of(Unscannable.MALFORMED));
        byte[] other = zip.clone();
        other[31 + 50] ^= 1;
        assertThat(verdict(other)).as("bytes that its checksum denies").isEqualTo(Verdict.of(Unscannable.MALFORMED));
        assertThat(verdict(java.util.Arrays.copyOf(zip, zip.length - 30)))
                .as("without its end")
                .isEqualTo(Verdict.of(Unscannable.MALFORMED));
    }

    @Test
    void whatStandsBeforeBehindOrBetweenTheMembersIsLookedAtToo() {
        byte[] zip = Zips.ordinary("a", "b");
        assertThat(verdict(Zips.joined(Zips.bytes("MZ program"), zip))).isEqualTo(Verdict.CLEAN);
        assertThat(verdict(Zips.joined(Zips.bytes("MZ" + VIRUS), zip))).isEqualTo(INFECTED);
        assertThat(verdict(Zips.joined(zip, Zips.bytes(VIRUS)))).isEqualTo(INFECTED);
        assertThat(verdict(new Zips()
                        .stored("a", Zips.random(10))
                        .gap(Zips.bytes(VIRUS))
                        .stored("b", Zips.random(10))
                        .build()))
                .isEqualTo(INFECTED);
        byte[] large = Zips.ordinary("a", Zips.random(1_500_000), "b", Zips.random(1_500_001));
        assertThat(verdict(Zips.joined(Zips.bytes("MZ"), large))).isEqualTo(Verdict.of(Unscannable.TOO_LARGE));
    }

    @Test
    void otherArchivesAreLeftToClamd() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(Zips.bytes(VIRUS));
        }
        assertThat(verdict(packed.toByteArray())).isEqualTo(INFECTED);
    }

    @Test
    @Tag("U-4")
    void theFingerprintIsKnownEvenWhenClamdIsAway() {
        byte[] letter = Zips.bytes("abc");
        var findings = read(clamd, letter, settings(32 * MB, 5), null);
        assertThat(findings.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(findings.crc32()).isEqualTo(0x352441C2L);
        assertThat(findings.verdict()).isNull();
    }

    @Test
    @Tag("U-7")
    void theTypeComesFromTheContent() {
        assertThat(type("%PDF-1.7\n")).isEqualTo("application/pdf");
        assertThat(type(Zips.ordinary("a", "b"))).isEqualTo("application/zip");
        assertThat(type(Zips.ordinary("[Content_Types].xml", "<a/>", "word/document.xml", "<a/>")))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(type(Zips.ordinary("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n")))
                .isEqualTo("application/java-archive");
        assertThat(type(Zips.random(1000))).isEqualTo("application/octet-stream");
        assertThat(type("<!DOCTYPE html><html><body>")).isEqualTo("text/html");
    }

    @Test
    @Tag("U-6")
    void aNodeThatHasNoRoomLeftSaysSo() {
        var share = new AnalysisShare(10 * MB);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> {
                    try (var one = share.part();
                            var other = share.part()) {
                        one.cover(6 * MB);
                        other.cover(6 * MB);
                    }
                }))
                .isInstanceOf(AnalysisShare.BusyException.class);
        try (var all = share.part()) {
            org.assertj.core.api.Assertions.assertThatCode(() -> all.cover(10_000L * MB))
                    .doesNotThrowAnyException();
        }
    }

    private static String type(Object content) {
        return read(clamd, Zips.bytes(content), settings(32 * MB, 5)).mediaType();
    }

    /** The same verdict is wanted whether small zips are also given to clamd as they are, or not. */
    private static Verdict verdict(byte[] bytes) {
        Verdict walked = read(clamd, bytes, settings(0, 5)).verdict();
        assertThat(read(clamd, bytes, settings(32 * MB, 5)).verdict()).isEqualTo(walked);
        return walked;
    }

    private static AnalysisFindings read(Clamd clamd, byte[] bytes, AnalysisSettings settings) {
        try {
            return read(
                    clamd,
                    bytes,
                    settings,
                    ClamdLimits.read(clamd.configuration()).withZip64(true));
        } catch (ClamdTrouble trouble) {
            throw new AssertionError(trouble);
        }
    }

    private static AnalysisFindings read(Clamd clamd, byte[] bytes, AnalysisSettings settings, ClamdLimits limits) {
        var reach = new ClamdSettings(
                clamd.socket(),
                clamd.configuration(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                DataSize.ofMegabytes(200));
        try (var part = new AnalysisShare(200 * MB).part()) {
            return new AnalysisPass(new ClamdClient(reach), new MediaTypes(), settings)
                    .read(new ClearContent(bytes), limits, part);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static AnalysisSettings settings(long whole, int depth) {
        return new AnalysisSettings(
                32 * MB,
                4,
                2,
                Map.of(),
                Duration.ofDays(30),
                Duration.ofMinutes(1),
                8,
                new AnalysisSettings.Zip(whole, 100, depth, 200, 20_000L * MB));
    }
}
