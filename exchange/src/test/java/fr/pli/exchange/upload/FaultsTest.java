package fr.pli.exchange.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.pli.exchange.testing.TestDatabase;
import fr.plitest.uploads.UploadServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A disk that is full and a key store that is away: refused with a sentence, nothing broken, well again by itself. */
class FaultsTest {

    private static final int MIB = 1024 * 1024;

    @TempDir
    Path folder;

    private Path disk;
    private boolean mounted;
    private ServletWebServerApplicationContext server;
    private Sender sender;

    @BeforeEach
    void start() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString());
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh());
        settings.put("server.port", "0");
        settings.put("pli.home", folder.toString());
        settings.put("pli.attachment.store", disk.resolve("files").toString());
        settings.put("pli.attachment.reserve", Integer.toString(MIB));
        server = (ServletWebServerApplicationContext) UploadServer.start(settings);
        UUID person = People.any(server.getBean(JdbcClient.class));
        sender = new Sender(server.getWebServer().getPort(), person);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        if (mounted) {
            run("umount", disk.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }

    @Test
    @Tag("U-12")
    void aFullDiskRefusesUploadsLosesNothingAndServesOn() throws Exception {
        assumeTrue(mounted, "a disk of 8 MB can only be mounted by root");
        byte[] before = random(MIB);
        String whole = sender.create(before.length);
        sender.patch(whole, 0, before);
        byte[] bytes = random(4 * MIB);
        String path = sender.create(bytes.length);
        sender.patch(path, 0, Arrays.copyOf(bytes, MIB));
        // somebody else takes the room that was there when the upload began
        Path foreign = disk.resolve("foreign");
        Files.write(foreign, new byte[3 * MIB]);

        var full = sender.patch(path, MIB, Arrays.copyOfRange(bytes, MIB, bytes.length));

        assertThat(full.statusCode()).isEqualTo(507);
        assertThat(new String(full.body())).isEqualTo("store.full");
        assertThat(sender.offset(path)).isEqualTo(MIB);
        assertThat(sender.announce(2 * MIB, Sender.metadata("a")).statusCode()).isEqualTo(507);
        assertThat(sender.content(whole)).isEqualTo(before);

        Files.delete(foreign);
        assertThat(sender.patch(path, MIB, Arrays.copyOfRange(bytes, MIB, bytes.length))
                        .statusCode())
                .isEqualTo(204);
        assertThat(sender.content(path)).isEqualTo(bytes);
    }

    @Test
    @Tag("U-13")
    void withTheKeyStoreAwayNothingIsTakenOrServedUntilItIsBack() throws Exception {
        byte[] bytes = random(1000);
        String whole = sender.create(bytes.length);
        sender.patch(whole, 0, bytes);
        String path = sender.create(bytes.length);
        Path keystore = folder.resolve("keys/keystore.p12");
        Path away = folder.resolve("away.p12");

        Files.move(keystore, away);
        assertThat(sender.patch(path, 0, bytes).statusCode()).isEqualTo(503);
        assertThat(sender.announce(10, Sender.metadata("a")).statusCode()).isEqualTo(503);
        assertThat(new String(sender.content(whole))).isEqualTo("keys.away");

        Files.move(away, keystore);
        assertThat(sender.patch(path, 0, bytes).statusCode()).isEqualTo(204);
        assertThat(sender.content(path)).isEqualTo(bytes);
        assertThat(sender.content(whole)).isEqualTo(bytes);
    }
}
