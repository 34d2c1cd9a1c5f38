package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does (U-12). */
@Tag("U-12")
abstract class ObjectStoreContract {

    private final Random random = new Random(12);
    private ObjectStore store;

    /** An empty store. */
    abstract ObjectStore store() throws IOException;

    @BeforeEach
    void open() throws IOException {
        store = store();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 65563, 65564, 65565, 1048575, 1048576, 1048577, 3000001})
    void anObjectOfAnySizeReadsAsItWasWritten(int size) throws IOException {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        ObjectName name = name();

        write(name, bytes);

        try (var reader = store.open(name)) {
            assertThat(reader.size()).isEqualTo(size);
            ByteBuffer all = ByteBuffer.allocate(size + 10);
            assertThat(reader.read(all, 0)).isEqualTo(size);
            assertThat(all.flip()).isEqualTo(ByteBuffer.wrap(bytes));
            ByteBuffer part = ByteBuffer.allocate(Math.max(0, size - size / 3));
            reader.read(part, size / 3);
            assertThat(part.flip()).isEqualTo(ByteBuffer.wrap(bytes, size / 3, size - size / 3));
        }
    }

    @Test
    void anObjectNotCommittedDoesNotExist() throws IOException {
        ObjectName name = name();
        try (var writer = store.create(name)) {
            writer.write(new byte[100_000], 0, 100_000);
        }
        assertAbsent(name);
        assertThat(names()).doesNotContain(name);
    }

    @Test
    void anObjectIsNeverWrittenTwice() throws IOException {
        ObjectName name = name();
        write(name, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> write(name, new byte[] {4, 5, 6})).isInstanceOf(FileAlreadyExistsException.class);

        try (var reader = store.open(name)) {
            ByteBuffer all = ByteBuffer.allocate(3);
            reader.read(all, 0);
            assertThat(all.array()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aDeletedObjectIsGoneAndDeletingItAgainIsNoError() throws IOException {
        ObjectName name = name();
        write(name, new byte[] {1});

        store.delete(name);
        store.delete(name);

        assertAbsent(name);
    }

    @Test
    void theListingNamesEveryObjectWithItsSize() throws IOException {
        ObjectName one = name();
        ObjectName two = name();
        write(one, new byte[10]);
        write(two, new byte[20]);

        List<ObjectStore.Stored> listed = new ArrayList<>();
        store.list(listed::addAll);

        assertThat(listed)
                .filteredOn(stored -> List.of(one, two).contains(stored.name()))
                .extracting(ObjectStore.Stored::size)
                .containsExactlyInAnyOrder(10L, 20L);
    }

    @Test
    void theLimitOfAnExtentIsAWholeNumberOfSegments() {
        assertThat(store.extentLimit() % Segments.CLEAR).isZero();
    }

    @Test
    void sizesAreThoseOfTheObjectsAskedForAndOfNoOthers() throws IOException {
        List<ObjectName> names = new ArrayList<>(List.of(name(), name(), name(), name()));
        names.sort(Comparator.comparing(ObjectName::toString));
        write(names.get(0), new byte[1]);
        write(names.get(1), new byte[20]);
        write(names.get(3), new byte[300]);

        assertThat(store.sizes(List.of(names.get(0), names.get(2), names.get(3))))
                .isEqualTo(Map.of(names.get(0), 1L, names.get(3), 300L));
        assertThat(store.sizes(List.of(names.get(2)))).isEmpty();
    }

    @Test
    void theListingHandsOverMoreThanOnePage() throws IOException {
        UUID file = UUID.randomUUID();
        for (int number = 0; number < 1005; number++) {
            write(new ObjectName(file, 1, number), new byte[] {1});
        }
        assertThat(names()).filteredOn(name -> name.file().equals(file)).hasSize(1005);
    }

    @Test
    void aStoreThatIsThereCanBeCheckedAndRehearsed() throws IOException {
        store.check();
        store.rehearse();
        assertThat(names()).isEmpty();
        assertThat(store.free()).isPositive();
        assertThat(store.place()).isNotBlank();
    }

    private void assertAbsent(ObjectName name) {
        assertThatThrownBy(() -> {
                    try (var reader = store.open(name)) {
                        reader.size();
                    }
                })
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> {
                    try (var reader = store.open(name)) {
                        reader.read(ByteBuffer.allocate(1), 0);
                    }
                })
                .isInstanceOf(NoSuchFileException.class);
    }

    private List<ObjectName> names() throws IOException {
        List<ObjectName> names = new ArrayList<>();
        store.list(batch -> batch.forEach(stored -> names.add(stored.name())));
        return names;
    }

    private void write(ObjectName name, byte[] bytes) throws IOException {
        try (var writer = store.create(name)) {
            for (int done = 0; done < bytes.length; ) {
                int part = Math.min(65564, bytes.length - done);
                writer.write(bytes, done, part);
                done += part;
            }
            writer.commit();
        }
    }

    private static ObjectName name() {
        return new ObjectName(UUID.randomUUID(), 1, 0);
    }
}
