package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;

/** However the bytes came in, they read as they were sent, or not at all. */
class SealedExtentsProperties {

    private static final int SEGMENT = Segments.CLEAR;
    private static Path folder;
    private static LocalStore store;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("pli-extents");
        store = new LocalStore(folder);
    }

    @AfterContainer
    static void remove() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Provide
    Arbitrary<List<Integer>> parts() {
        Arbitrary<Integer> seams = Arbitraries.of(1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 4 * SEGMENT, 4 * SEGMENT + 1);
        Arbitrary<Integer> any = Arbitraries.integers().between(1, 6 * SEGMENT);
        return Arbitraries.oneOf(seams, any).list().ofMinSize(1).ofMaxSize(7);
    }

    @Property(tries = 60)
    @Tag("U-2")
    void anySplitIntoRequestsAndAnyRangeReadTheSameBytes(@ForAll("parts") List<Integer> parts, @ForAll Random random)
            throws IOException {
        Stored stored = store(parts, random);

        assertThat(stored.read(0, stored.clear.length)).isEqualTo(stored.clear);
        for (int ranges = 0; ranges < 10; ranges++) {
            int from = random.nextInt(stored.clear.length + 1);
            int to = from + random.nextInt(stored.clear.length - from + 1);
            assertThat(stored.read(from, to)).isEqualTo(java.util.Arrays.copyOfRange(stored.clear, from, to));
        }
    }

    @Property(tries = 40)
    @Tag("U-3")
    void aFlippedBitAnywhereIsRefused(@ForAll("parts") List<Integer> parts, @ForAll Random random) throws IOException {
        Stored stored = store(parts, random);
        Path object = path(stored.extents.get(random.nextInt(stored.extents.size())));
        byte[] bytes = Files.readAllBytes(object);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(object, bytes);

        assertThatThrownBy(() -> stored.read(0, stored.clear.length)).isInstanceOf(IOException.class);
    }

    @Property(tries = 30)
    @Tag("U-3")
    void aTruncatedObjectIsRefused(@ForAll("parts") List<Integer> parts, @ForAll Random random) throws IOException {
        Stored stored = store(parts, random);
        Path object = path(stored.extents.get(random.nextInt(stored.extents.size())));
        try (var file = new RandomAccessFile(object.toFile(), "rw")) {
            file.setLength(random.nextLong(file.length()));
        }

        assertThatThrownBy(() -> stored.read(0, stored.clear.length)).isInstanceOf(IOException.class);
    }

    @Property(tries = 30)
    @Tag("U-3")
    void segmentsInAnotherOrderAreRefused(@ForAll @IntRange(min = 2, max = 6) int segments, @ForAll Random random)
            throws IOException {
        Stored stored = store(List.of(segments * SEGMENT), random);
        Path object = path(stored.extents.getFirst());
        byte[] bytes = Files.readAllBytes(object);
        byte[] swapped = bytes.clone();
        System.arraycopy(bytes, 0, swapped, Segments.SEALED, Segments.SEALED);
        System.arraycopy(bytes, Segments.SEALED, swapped, 0, Segments.SEALED);
        Files.write(object, swapped);

        assertThatThrownBy(() -> stored.read(0, stored.clear.length)).isInstanceOf(IOException.class);
    }

    @Property(tries = 30)
    @Tag("U-3")
    void anotherListOfExtentsDoesNotHaveTheSameSeal(@ForAll Random random) throws IOException {
        Stored stored = store(List.of(SEGMENT, SEGMENT, 100), random);
        Stored other = store(List.of(SEGMENT, SEGMENT, 100), random);
        byte[] seal = stored.manifest(stored.extents).seal(stored.key);
        List<Extent> reordered = new ArrayList<>(stored.extents);
        Collections.swap(reordered, 0, 1);

        assertThat(stored.manifest(stored.extents).verify(stored.key, seal)).isTrue();
        assertThat(stored.manifest(reordered).verify(stored.key, seal)).isFalse();
        assertThat(stored.manifest(stored.extents.subList(0, 2)).verify(stored.key, seal))
                .isFalse();
        assertThat(stored.manifest(other.extents).verify(stored.key, seal)).isFalse();
        assertThat(other.manifest(other.extents).verify(stored.key, seal)).isFalse();
    }

    private static Path path(Extent extent) {
        return folder.resolve(extent.object().folder()).resolve(extent.object().toString());
    }

    /** One request for each part. */
    private static Stored store(List<Integer> parts, Random random) throws IOException {
        byte[] clear = new byte[parts.stream().mapToInt(i -> i).sum()];
        random.nextBytes(clear);
        var stored = new Stored(UUID.randomUUID(), Sealing.randomKey(), clear, new ArrayList<>());
        int at = 0;
        long epoch = 0;
        for (int part : parts) {
            var sealing = new Sealing(stored.key);
            try (var incoming = new SealedIncoming(stored.file, at, ++epoch, false, store, sealing, extents -> {
                stored.extents.addAll(extents);
                return extents.getLast().end();
            })) {
                incoming.take(new ByteArrayInputStream(clear, at, part), part);
                at += part;
                assertThat(incoming.finish()).isEqualTo(at);
            }
        }
        return stored;
    }

    private record Stored(UUID file, byte[] key, byte[] clear, List<Extent> extents) {

        Manifest manifest(List<Extent> list) {
            return new Manifest(file, clear.length, List.copyOf(list), null, null);
        }

        byte[] read(int from, int to) throws IOException {
            var out = new ByteArrayOutputStream();
            try (var content = new SealedContent(
                    manifest(extents), store, new Sealing(key), (what, offset) -> new BrokenFile(what))) {
                content.read(from, to, (bytes, offset, length) -> {
                    assertThat(length).isBetween(1, SEGMENT);
                    out.write(bytes, offset, length);
                });
            }
            return out.toByteArray();
        }
    }
}
