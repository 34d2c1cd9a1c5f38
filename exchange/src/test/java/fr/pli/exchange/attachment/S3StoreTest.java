package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.testing.LostAnswers;
import fr.pli.exchange.testing.S3Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("U-12")
class S3StoreTest extends ObjectStoreContract {

    private static final long MEMORY = 33_554_432;

    private final List<S3Store> opened = new ArrayList<>();

    @Override
    ObjectStore store() {
        return store(S3Server.shared().endpoint(), S3Server.BUCKET, true);
    }

    private S3Store store(String endpoint, String bucket, boolean conditional) {
        Map<String, String> settings = S3Server.shared().settings();
        var store = new S3Store(new S3Settings(
                bucket,
                endpoint,
                "us-east-1",
                settings.get("pli.attachment.s3.prefix"),
                "test",
                "test",
                true,
                conditional,
                Duration.ofSeconds(15),
                3,
                100,
                MEMORY));
        opened.add(store);
        return store;
    }

    @AfterEach
    void close() {
        opened.forEach(S3Store::close);
    }

    @Test
    void anAnswerThatIsLostDoesNotMakeAnObjectTwiceNorAFailure() throws IOException {
        try (var between = new LostAnswers(URI.create(S3Server.shared().endpoint()))) {
            S3Store store = store(between.address(), S3Server.BUCKET, true);
            ObjectName name = new ObjectName(UUID.randomUUID(), 1, 0);
            byte[] bytes = random(300_000);
            try (var writer = store.create(name)) {
                writer.write(bytes, 0, bytes.length);
                between.lose(1);
                writer.commit();
            }
            assertThat(between.lost()).isEqualTo(1);
            assertThat(read(store, name, bytes.length)).isEqualTo(bytes);
        }
    }

    @Test
    void withoutConditionalWritesATakenNameIsRefusedToo() throws IOException {
        S3Store store = store(S3Server.shared().endpoint(), S3Server.BUCKET, false);
        ObjectName name = new ObjectName(UUID.randomUUID(), 1, 0);
        put(store, name, new byte[] {1});

        assertThatThrownBy(() -> put(store, name, new byte[] {2})).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aHundredSlowReadersShareTheMemorySetAside() throws IOException {
        S3Store store = (S3Store) store();
        ObjectName name = new ObjectName(UUID.randomUUID(), 1, 0);
        byte[] bytes = random(2_000_000);
        put(store, name, bytes);
        List<ObjectStore.Reader> readers = new ArrayList<>();
        for (int reader = 0; reader < 100; reader++) {
            readers.add(store.open(name));
        }
        ByteBuffer part = ByteBuffer.allocate(Segments.SEALED);
        for (ObjectStore.Reader reader : readers) {
            part.clear();
            assertThat(reader.read(part, 1_000_000)).isEqualTo(Segments.SEALED);
            assertThat(part.flip()).isEqualTo(ByteBuffer.wrap(bytes, 1_000_000, Segments.SEALED));
        }

        assertThat(store.memoryInUse()).isBetween(MEMORY / 4, MEMORY / 2);
        readers.forEach(ObjectStore.Reader::close);
        assertThat(store.memoryInUse()).isZero();
    }

    @Test
    void theMoreUploadsThereAreTheSmallerTheirObjects() {
        S3Store store = (S3Store) store();
        int alone = store.extentLimit();
        List<ObjectStore.Writer> writers = new ArrayList<>();
        for (int upload = 0; upload < 60; upload++) {
            writers.add(store.create(new ObjectName(UUID.randomUUID(), 1, 0)));
        }
        assertThat(store.extentLimit()).isLessThan(alone).isGreaterThanOrEqualTo(4 * Segments.CLEAR);
        assertThat(store.extentLimit() % Segments.CLEAR).isZero();
        writers.forEach(ObjectStore.Writer::close);
        assertThat(store.extentLimit()).isEqualTo(alone);
    }

    @Test
    void aBucketThatDoesNotExistIsRefusedAtStartWithASentence() {
        S3Store store = store(S3Server.shared().endpoint(), "nowhere", true);
        assertThatThrownBy(store::checkAtStart)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Pli cannot use its object store")
                .hasMessageContaining("the bucket does not exist");
    }

    @Test
    void aStoreThatDoesNotAnswerLetsTheNodeStartAndRefusesFastThen() {
        S3Store store = store("http://127.0.0.1:1", S3Server.BUCKET, true);
        assertThatCode(store::checkAtStart).doesNotThrowAnyException();
        assertThatThrownBy(store::check).isInstanceOf(IOException.class).hasMessageContaining("does not answer");
        assertThatThrownBy(store::free).isInstanceOf(IOException.class);
    }

    @Test
    void anUploadThatTheStoreFailsGivesAllItsMemoryBack() throws IOException {
        S3Store store = store("http://127.0.0.1:1", S3Server.BUCKET, true);
        var sealing = new Sealing(Sealing.randomKey());
        try (var incoming =
                new SealedIncoming(UUID.randomUUID(), 0, 1, false, store, sealing, extents -> extents.getLast()
                        .end())) {
            assertThatThrownBy(() -> {
                        incoming.take(new ByteArrayInputStream(random(20_000_000)), 20_000_000);
                        incoming.finish();
                    })
                    .isInstanceOf(RefusedException.class);
        }
        assertThat(store.memoryInUse()).isZero();
    }

    @Test
    @Tag("Q-6")
    void noSecretIsInWhatSettingsSayOfThemselves() {
        var settings = new S3Settings(
                "b", "", "r", "", "key-id", "top-secret", true, true, Duration.ofSeconds(1), 1, 2, MEMORY);
        assertThat(settings.toString()).doesNotContain("key-id", "top-secret");
    }

    private static void put(ObjectStore store, ObjectName name, byte[] bytes) throws IOException {
        try (var writer = store.create(name)) {
            writer.write(bytes, 0, bytes.length);
            writer.commit();
        }
    }

    private static byte[] read(ObjectStore store, ObjectName name, int length) throws IOException {
        try (var reader = store.open(name)) {
            ByteBuffer all = ByteBuffer.allocate(length);
            reader.read(all, 0);
            return all.array();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(3).nextBytes(bytes);
        return bytes;
    }
}
