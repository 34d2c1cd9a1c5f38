package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.Clamd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/**
 * clamd's cliffs at their real size, and how long an analysis takes against clamd's own time for the same stream. Run by
 * {@code ops/faults clamd}, too long for every build: {@link AnalysisPassTest} has the same with lower limits.
 */
@Tag("U-5")
class ClamdCliffs {

    private static final long LARGEST = 2_000_000_000L;
    private static final byte[] VIRUS = Clamd.SIGNATURE.getBytes(StandardCharsets.US_ASCII);
    private static final Verdict INFECTED = Verdict.infected("Pli-Test-Signature.UNOFFICIAL");

    private static Clamd clamd;

    /** Without its memory of what it found clean, which would make each second figure a wonder. */
    @BeforeAll
    static void startClamd() {
        clamd = Clamd.with(Map.of("DisableCache", "yes"));
    }

    @AfterAll
    static void stopClamd() {
        clamd.close();
    }

    @Test
    void theLargestFileIsAnalysedToItsLastByte() {
        var letter = new Random(LARGEST, new byte[0]);
        assertThat(timed("2 GB, clamd alone", () -> alone(letter))).isEqualTo(Verdict.CLEAN);
        assertThat(timed("2 GB, the whole pass", () -> pass(letter))).isEqualTo(Verdict.CLEAN);
        assertThat(timed("2 GB, signature in the last bytes", () -> pass(new Random(LARGEST, VIRUS))))
                .isEqualTo(INFECTED);
    }

    @Test
    void beyondTheCeilingOfClamdNothingIsClean() {
        var beyond = new Random(2_147_483_700L, VIRUS);
        assertThat(timed("2,147,483,700 bytes with a signature, the whole pass", () -> pass(beyond)))
                .isEqualTo(Verdict.of(Unscannable.TOO_LARGE));
    }

    @Test
    void anOrdinaryZipOfOneAndAHalfGigabytesPasses() {
        var zip = new Joined(
                Zips.local("a.bin", 700_000_000, Random.crc(700_000_000)),
                new Random(700_000_000, new byte[0]),
                Zips.local("b.bin", 800_000_000, Random.crc(800_000_000)),
                new Random(800_000_000, new byte[0]),
                Zips.end("a.bin", 700_000_000, Random.crc(700_000_000), "b.bin", 800_000_000, Random.crc(800_000_000)));
        assertThat(timed("1.5 GB zip, clamd alone", () -> alone(zip))).isEqualTo(Verdict.of(Unscannable.TOO_LARGE));
        assertThat(timed("1.5 GB zip, the whole pass", () -> pass(zip))).isEqualTo(Verdict.CLEAN);
    }

    private static Verdict timed(String what, Supplier<Verdict> work) {
        long begin = System.nanoTime();
        Verdict verdict = work.get();
        System.out.printf("%-60s %6.1f s  %s%n", what, (System.nanoTime() - begin) / 1e9, verdict);
        return verdict;
    }

    private static Verdict alone(Content content) {
        try (var stream = new ClamdClient(settings()).stream()) {
            content.read(0, content.length(), stream::write);
            return stream.finish().verdict();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Verdict pass(Content content) {
        var bounds = new AnalysisSettings.Zip(32_000_000, 1000, 5, 200, 20_000_000_000L);
        var settings =
                new AnalysisSettings(32_000_000, 4, 2, Map.of(), Duration.ofDays(30), Duration.ofMinutes(1), 8, bounds);
        try (var part = new AnalysisShare(4_200_000_000L).part()) {
            return new AnalysisPass(new ClamdClient(settings()), new MediaTypes(), settings)
                    .read(content, ClamdLimits.read(clamd.configuration()).withZip64(true), part)
                    .verdict();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static ClamdSettings settings() {
        return new ClamdSettings(
                clamd.socket(),
                clamd.configuration(),
                Duration.ofMinutes(2),
                Duration.ofMinutes(20),
                DataSize.ofMegabytes(4200));
    }

    /** So many bytes that do not pack and are the same each time, with others at their end. */
    private record Random(long length, byte[] end) implements Content {

        private static final int PIECE = 64 * 1024;
        private static final byte[] PATTERN = pattern();

        private static byte[] pattern() {
            byte[] bytes = new byte[64 * PIECE];
            new SplittableRandom(1).nextBytes(bytes);
            return bytes;
        }

        @Override
        public void read(long from, long to, Sink sink) throws IOException {
            long random = length - end.length;
            for (long at = from; at < Math.min(to, random); ) {
                int inPattern = (int) (at % PATTERN.length);
                int count = (int) Math.min(Math.min(PIECE, PATTERN.length - inPattern), Math.min(to, random) - at);
                sink.accept(PATTERN, inPattern, count);
                at += count;
            }
            if (to > random) {
                int begin = (int) Math.max(0, from - random);
                sink.accept(end, begin, (int) (to - random) - begin);
            }
        }

        static long crc(long length) {
            var crc = new java.util.zip.CRC32();
            try {
                new Random(length, new byte[0]).read(0, length, crc::update);
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
            return crc.getValue();
        }

        @Override
        public void close() {}
    }

    /** Contents one after the other. */
    private record Joined(Content... parts) implements Content {

        @Override
        public long length() {
            long length = 0;
            for (Content part : parts) {
                length += part.length();
            }
            return length;
        }

        @Override
        public void read(long from, long to, Sink sink) throws IOException {
            long begin = 0;
            for (Content part : parts) {
                long end = begin + part.length();
                if (from < end && to > begin) {
                    part.read(Math.max(from, begin) - begin, Math.min(to, end) - begin, sink);
                }
                begin = end;
            }
        }

        @Override
        public void close() {}
    }
}
