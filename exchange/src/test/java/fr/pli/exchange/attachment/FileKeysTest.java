package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("U-13")
class FileKeysTest {

    private static final Bucket BUCKET = new Bucket(LocalDate.of(2027, 3, 28));
    private static final UUID FILE = UUID.randomUUID();
    private static final byte[] DATA_KEY = Sealing.randomKey();

    @TempDir
    Path home;

    private final TestClock clock = new TestClock();
    private Path keystore;
    private FileKeys keys;

    @BeforeEach
    void open() throws IOException {
        keystore = home.resolve("keys/keystore.p12");
        keys = keys(true);
    }

    @AfterEach
    void close() {
        keys.close();
    }

    private FileKeys keys(boolean virgin) throws IOException {
        var folder = new KeyFolder(keystore);
        return new FileKeys(folder, new KeyBackups(home.resolve("backups"), 7, clock), clock, () -> virgin);
    }

    @Test
    void aDataKeyWrappedTodayIsUnwrappedAfterARestart() throws Exception {
        String key = keys.current(BUCKET);
        byte[] wrapped = keys.wrap(key, FILE, DATA_KEY);

        keys.close();
        keys = keys(false);

        assertThat(keys.unwrap(key, FILE, wrapped)).isEqualTo(DATA_KEY);
        assertThat(keys.current(BUCKET)).isEqualTo(key);
    }

    @Test
    void aWrappedKeyIsBoundToItsFile() {
        String key = keys.current(BUCKET);
        byte[] wrapped = keys.wrap(key, FILE, DATA_KEY);
        assertThatThrownBy(() -> keys.unwrap(key, UUID.randomUUID(), wrapped))
                .isInstanceOf(Keys.RefusedKeyException.class);
    }

    @Test
    void aKeyIsUsedOnlyWhenTheNewestBackupHasIt() throws IOException {
        String key = keys.current(BUCKET);
        Path backup = new KeyBackups(home.resolve("backups"), 7, clock).newest().orElseThrow();
        char[] password = Files.readString(home.resolve("keys/keystore.p12.password"))
                .strip()
                .toCharArray();
        assertThat(KeyFile.read(backup, password).names()).contains(key);
    }

    @Test
    void aDestroyedKeyUnwrapsNothingAndIsInNoBackupAfterSevenDays() throws Exception {
        String key = keys.current(BUCKET);
        byte[] wrapped = keys.wrap(key, FILE, DATA_KEY);

        keys.destroy(key);

        assertThatThrownBy(() -> keys.unwrap(key, FILE, wrapped)).isInstanceOf(Keys.RefusedKeyException.class);
        clock.advance(Duration.ofDays(7));
        keys.tendBackups();
        char[] password = Files.readString(home.resolve("keys/keystore.p12.password"))
                .strip()
                .toCharArray();
        try (var backups = Files.list(home.resolve("backups"))) {
            for (Path backup : backups.toList()) {
                assertThat(KeyFile.read(backup, password).names()).doesNotContain(key);
            }
        }
    }

    @Test
    void aRenewedKeyIsTheOneForNewFilesAndTheFormerStillUnwraps() throws Exception {
        String former = keys.current(BUCKET);
        byte[] wrapped = keys.wrap(former, FILE, DATA_KEY);

        String newer = keys.renew(BUCKET);

        assertThat(keys.current(BUCKET)).isEqualTo(newer).isNotEqualTo(former);
        assertThat(keys.unwrap(former, FILE, wrapped)).isEqualTo(DATA_KEY);
    }

    @Test
    void withTheKeyStoreAwayNothingIsUnwrappedUntilItIsBack() throws Exception {
        String key = keys.current(BUCKET);
        byte[] wrapped = keys.wrap(key, FILE, DATA_KEY);
        Path away = home.resolve("away.p12");

        Files.move(keystore, away);
        assertThatThrownBy(() -> keys.unwrap(key, FILE, wrapped)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> keys.current(BUCKET)).isInstanceOf(RefusedException.class);

        Files.move(away, keystore);
        assertThat(keys.unwrap(key, FILE, wrapped)).isEqualTo(DATA_KEY);
    }

    @Test
    void anAbsentKeyStoreIsNeverReplacedByANewOneWhileFilesNeedIt() throws IOException {
        keys.current(BUCKET);
        keys.close();
        Files.delete(keystore);
        Files.delete(home.resolve("keys/keystore.p12.password"));

        keys = keys(false);

        assertThat(keystore).doesNotExist();
        assertThatThrownBy(() -> keys.names()).isInstanceOf(RefusedException.class);
    }

    @Test
    void twoNodesOnOneKeyStoreRefuseToStart() {
        assertThatThrownBy(() -> keys(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("one node only");
    }

    @Test
    void keyStoreAndPasswordAreReadableByTheirOwnerOnly() throws IOException {
        for (Path file : List.of(keystore, home.resolve("keys/keystore.p12.password"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theDayIsThatOfParisAndItsKeysEndFortyEightHoursAfterIt() {
        // clocks go forward on 28 March 2027: the day has 23 hours
        assertThat(Bucket.until(Instant.parse("2027-03-27T23:00:00Z"))).isEqualTo(BUCKET);
        assertThat(Bucket.until(Instant.parse("2027-03-28T21:59:59Z"))).isEqualTo(BUCKET);
        assertThat(BUCKET.destroyedAfter()).isEqualTo(Instant.parse("2027-03-30T22:00:00Z"));
        assertThat(Bucket.until(null).destroyedAfter()).isNull();
    }
}
