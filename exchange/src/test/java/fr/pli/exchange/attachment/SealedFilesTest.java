package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
class SealedFilesTest {

    private static final int SEGMENT = Segments.CLEAR;

    @Autowired
    StoredFiles files;

    @Autowired
    Reception reception;

    @Autowired
    Deposits deposits;

    @Autowired
    FileRows rows;

    @Autowired
    Keys keys;

    @Autowired
    KeyRotation rotation;

    @Autowired
    FileErasure erasure;

    @Autowired
    AttachmentSettings settings;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @ParameterizedTest
    @Tag("U-3")
    @ValueSource(ints = {1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT + 7})
    void aStoredFileReadsAsItWasSent(int length) throws IOException {
        byte[] bytes = Deposits.random(length);
        UUID id = deposits.stored(bytes);

        assertThat(deposits.read(id)).isEqualTo(bytes);
        assertThat(files.find(id).orElseThrow().state()).isEqualTo(FileState.WAITING);
        assertThat(deposits.facts("file.received", id)).isEqualTo(1);
    }

    @Test
    @Tag("U-3")
    void nothingStoredIsReadableInClear() throws IOException {
        byte[] bytes = "confidentiel ".repeat(1000).getBytes();
        UUID id = deposits.stored(bytes);

        for (Extent extent : deposits.extents(id)) {
            assertThat(new String(Files.readAllBytes(deposits.object(extent)))).doesNotContain("confidentiel");
        }
    }

    @Test
    @Tag("U-2")
    void theRecordedOffsetIsWhatCanBeReadAfterwards() throws IOException {
        byte[] bytes = Deposits.random(200_000);
        UUID id = deposits.announced(bytes.length);

        deposits.append(id, bytes, 0, 70_001);
        assertThat(files.find(id).orElseThrow().received()).isEqualTo(70_001);
        assertThatThrownBy(() -> files.open(id)).isInstanceOf(RefusedException.class);

        deposits.append(id, bytes, 70_001, 200_000);
        assertThat(deposits.read(id)).isEqualTo(bytes);
    }

    @Test
    @Tag("U-3")
    void aFlippedBitIsRefusedAndJournaled() throws IOException {
        UUID id = deposits.stored(Deposits.random(2 * SEGMENT));
        Path object = deposits.object(deposits.extents(id).getFirst());
        byte[] sealed = Files.readAllBytes(object);
        sealed[SEGMENT + 100] ^= 1;
        Files.write(object, sealed);

        assertThatThrownBy(() -> deposits.read(id)).isInstanceOf(IOException.class);
        assertThat(deposits.facts("file.broken", id)).isEqualTo(1);
    }

    @Test
    @Tag("U-3")
    void twoFilesWithTheirObjectsSwappedAreRefusedAndJournaled() throws IOException {
        UUID one = deposits.stored(Deposits.random(1000));
        UUID two = deposits.stored(Deposits.random(1000));
        Path first = deposits.object(deposits.extents(one).getFirst());
        Path second = deposits.object(deposits.extents(two).getFirst());
        byte[] kept = Files.readAllBytes(first);
        Files.write(first, Files.readAllBytes(second));
        Files.write(second, kept);

        assertThatThrownBy(() -> deposits.read(one)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> deposits.read(two)).isInstanceOf(IOException.class);
        assertThat(deposits.facts("file.broken", one)).isEqualTo(1);
    }

    @Test
    @Tag("U-3")
    void rowsThatWereTamperedWithAreRefusedBeforeTheFirstByte() throws IOException {
        UUID id = deposits.stored(Deposits.random(3 * SEGMENT), SEGMENT, 2 * SEGMENT);
        jdbc.sql("delete from extent where file = :id and clear_offset = :last")
                .param("id", id)
                .param("last", 2 * SEGMENT)
                .update();
        jdbc.sql("update file set length = :length where id = :id")
                .param("length", 2 * SEGMENT)
                .param("id", id)
                .update();

        assertThatThrownBy(() -> files.open(id)).isInstanceOf(IOException.class);
        assertThat(deposits.facts("file.broken", id)).isEqualTo(1);
    }

    @Test
    @Tag("U-3")
    void anotherFilesWrappedKeyOpensNothing() throws IOException {
        UUID one = deposits.stored(Deposits.random(10));
        UUID two = deposits.stored(Deposits.random(10));
        jdbc.sql("update file f join file g on g.id = :two set f.wrapped_key = g.wrapped_key where f.id = :one")
                .param("one", one)
                .param("two", two)
                .update();

        assertThatThrownBy(() -> files.open(one)).isInstanceOf(IOException.class);
    }

    @Test
    @Tag("U-2")
    void anOvertakenRequestRecordsNothingAndLeavesNothing() throws IOException {
        byte[] bytes = Deposits.random(100_000);
        UUID id = deposits.announced(bytes.length);
        var paused = reception.receive(id, 0, 1, false, () -> {
            throw AttachmentRefusal.FILE_NOT_RECEIVING.with();
        });
        paused.take(new ByteArrayInputStream(Deposits.random(100_000)), 100_000);

        deposits.append(id, bytes, 0, bytes.length);

        assertThatThrownBy(paused::finish).isInstanceOf(RefusedException.class);
        paused.close();
        assertThat(deposits.read(id)).isEqualTo(bytes);
        assertThat(deposits.extents(id)).hasSize(1);
        try (var objects = Files.list(settings.store().resolve(new ObjectName(id, 1, 0).folder()))) {
            assertThat(objects.filter(path -> path.getFileName().toString().startsWith(id.toString())))
                    .hasSize(1);
        }
    }

    @Test
    @Tag("U-2")
    void twoWritersOfOneRangeNeverBothRecordIt() throws IOException {
        byte[] bytes = Deposits.random(50_000);
        UUID id = deposits.announced(100_000);
        try (var first = reception.receive(id, 0, 1, false, () -> {});
                var second = reception.receive(id, 0, 2, false, () -> {})) {
            first.take(new ByteArrayInputStream(bytes), 50_000);
            second.take(new ByteArrayInputStream(Deposits.random(60_000)), 60_000);
            assertThat(first.finish()).isEqualTo(50_000);
            assertThatThrownBy(second::finish).isInstanceOf(RefusedException.class);
        }
        assertThat(files.find(id).orElseThrow().received()).isEqualTo(50_000);
        assertThat(deposits.extents(id)).hasSize(1);
    }

    @Test
    @Tag("U-13")
    void aFileIsUnreadableByTheClockAtOnce() throws IOException {
        UUID id = deposits.stored(Deposits.random(10));
        files.keepUntil(List.of(id), clock.instant().plus(Duration.ofHours(1)));
        assertThat(deposits.read(id)).hasSize(10);

        clock.advance(Duration.ofHours(1));

        assertThatThrownBy(() -> files.open(id)).isInstanceOf(RefusedException.class);
    }

    @Test
    @Tag("U-13")
    void keepingAFileLongerWrapsItsKeyAnewAndChangesNoByte() throws IOException {
        byte[] bytes = Deposits.random(100);
        UUID id = deposits.stored(bytes);
        byte[] sealed = Files.readAllBytes(deposits.object(deposits.extents(id).getFirst()));
        FileRow before = rows.find(id).orElseThrow();
        Instant end = clock.instant().plus(Duration.ofDays(12));

        files.keepUntil(List.of(id), end);

        FileRow after = rows.find(id).orElseThrow();
        assertThat(after.key())
                .isNotEqualTo(before.key())
                .startsWith(Bucket.until(end).name());
        assertThat(after.erasableAfter())
                .isEqualTo(Bucket.until(end).destroyedAfter().plus(Duration.ofDays(settings.keyBackupDays())));
        assertThat(deposits.read(id)).isEqualTo(bytes);
        assertThat(Files.readAllBytes(deposits.object(deposits.extents(id).getFirst())))
                .isEqualTo(sealed);
    }

    @Test
    @Tag("U-13")
    void theDateOfErasureNeverMovesBack() throws IOException {
        UUID id = deposits.stored(Deposits.random(10));
        files.keepUntil(List.of(id), clock.instant().plus(Duration.ofDays(12)));
        Instant stated = rows.find(id).orElseThrow().erasableAfter();

        files.keepUntil(List.of(id), clock.instant().plus(Duration.ofDays(2)));

        assertThat(rows.find(id).orElseThrow().erasableAfter()).isEqualTo(stated);
    }

    @Test
    @Tag("U-13")
    void anErasedFileLosesItsKeyAtOnceAndItsBytesSoonAfter() throws IOException {
        UUID id = deposits.stored(Deposits.random(100_000), 50_000);
        List<Path> objects = deposits.extents(id).stream().map(deposits::object).toList();

        files.erase(id);
        files.erase(id);

        assertThat(rows.find(id).orElseThrow().wrappedKey()).isNull();
        assertThatThrownBy(() -> files.open(id)).isInstanceOf(RefusedException.class);
        erasure.run(id.toString());
        erasure.run(id.toString());
        assertThat(objects).allSatisfy(object -> assertThat(object).doesNotExist());
        assertThat(deposits.facts("file.erased", id)).isEqualTo(1);
    }

    @Test
    @Tag("U-13")
    void afterTheDaysKeyIsDestroyedARestoredDatabaseReadsNothing() throws IOException {
        UUID id = deposits.stored(Deposits.random(10));
        Instant end = clock.instant().plus(Duration.ofDays(3));
        files.keepUntil(List.of(id), end);
        String key = rows.find(id).orElseThrow().key();

        clock.moveTo(Bucket.until(end).destroyedAfter().minusSeconds(60));
        jobs.sweep("key-care");
        assertThat(keys.names()).contains(key);
        clock.moveTo(Bucket.until(end).destroyedAfter().plusSeconds(1));
        jobs.sweep("key-care");

        assertThat(keys.names()).doesNotContain(key);
        // as a wrong clock or a restored database would show it
        jdbc.sql("update file set kept_until = :later where id = :id")
                .param("later", clock.instant().plus(Duration.ofDays(9)))
                .param("id", id)
                .update();
        assertThatThrownBy(() -> files.open(id)).isInstanceOf(IOException.class);
    }

    @Test
    @Tag("U-3")
    void replacingAKeyWrapsDataKeysAnewAndChangesNoFile() throws IOException {
        byte[] bytes = Deposits.random(1000);
        UUID id = deposits.stored(bytes);
        Path object = deposits.object(deposits.extents(id).getFirst());
        byte[] sealed = Files.readAllBytes(object);
        String former = rows.find(id).orElseThrow().key();

        rotation.replace(former);
        clock.advance(Duration.ofDays(1).plusSeconds(2));
        rotation.replaceOld();

        assertThat(rows.find(id).orElseThrow().key()).isNotEqualTo(former);
        assertThat(keys.names()).doesNotContain(former);
        assertThat(deposits.read(id)).isEqualTo(bytes);
        assertThat(Files.readAllBytes(object)).isEqualTo(sealed);
    }

    /** What belongs to one thing has a key that nothing else has, whatever is replaced. */
    @Test
    @Tag("U-13")
    @Tag("U-3")
    void whatHasNoEndHasTheKeyOfWhatItBelongsTo() throws IOException {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        byte[] bytes = Deposits.random(100);
        UUID first = deposits.stored(bytes);
        UUID second = deposits.stored(Deposits.random(100));
        UUID foreign = deposits.stored(Deposits.random(100));
        UUID nobodys = deposits.stored(Deposits.random(100));
        files.keepFor(List.of(first, second), one);
        files.keepFor(List.of(foreign), other);
        files.keepUntil(List.of(nobodys), null);
        String key = key(first);
        assertThat(key).startsWith("for-" + one + ".").isEqualTo(key(second));
        assertThat(key(foreign)).startsWith("for-" + other + ".");
        assertThat(key(nobodys)).startsWith("kept.");
        assertThat(rows.find(first).orElseThrow().file().keptUntil()).isNull();
        assertThat(rows.find(first).orElseThrow().erasableAfter()).isNull();

        clock.advance(Duration.ofSeconds(2));
        rotation.replace(key);
        assertThat(key(first)).startsWith("for-" + one + ".").isNotEqualTo(key);
        assertThat(deposits.read(first)).isEqualTo(bytes);
        rotation.replace(key(nobodys));
        assertThat(key(nobodys)).startsWith("kept.");

        keys.destroy(key(foreign));
        assertThat(deposits.read(first)).isEqualTo(bytes);
        assertThatThrownBy(() -> files.open(foreign)).isInstanceOf(IOException.class);
    }

    private String key(UUID file) {
        return rows.find(file).orElseThrow().key();
    }

    @Test
    @Tag("U-13")
    void objectsNobodyNamesAreRemovedAfterADayAndAbsentOnesReported() throws IOException {
        UUID kept = deposits.stored(Deposits.random(10));
        UUID lost = deposits.stored(Deposits.random(10));
        Path orphan = settings.store()
                .resolve("00")
                .resolve(new ObjectName(UUID.fromString("01890000-0000-7000-8000-000000000000"), 1, 0).toString());
        Files.write(orphan, new byte[100]);
        Files.setLastModifiedTime(orphan, FileTime.from(clock.instant().minus(Duration.ofHours(25))));
        Path named = deposits.object(deposits.extents(kept).getFirst());
        Files.setLastModifiedTime(named, FileTime.from(clock.instant().minus(Duration.ofHours(25))));
        Files.delete(deposits.object(deposits.extents(lost).getFirst()));

        jobs.sweep("store-reconciliation");

        assertThat(orphan).doesNotExist();
        assertThat(named).exists();
        assertThat(deposits.facts("file.broken", lost)).isEqualTo(1);
        assertThat(deposits.facts("file.broken", kept)).isZero();
    }

    @Test
    @Tag("U-4")
    void anotherFingerprintThanTheOneGivenIsRefused() {
        UUID id = deposits.announced(10);
        files.claim(id, "a".repeat(64));
        files.claim(id, "A".repeat(64));

        assertThatThrownBy(() -> files.claim(id, "b".repeat(64)))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(AttachmentRefusal.FINGERPRINT_DIFFERS));
        assertThatThrownBy(() -> files.claim(id, "x")).isInstanceOf(RefusedException.class);
    }
}
