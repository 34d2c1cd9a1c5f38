package fr.pli.exchange.upload;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.S3Server;
import fr.pli.exchange.testing.TestDatabase;
import fr.plitest.uploads.UploadServer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads into a real S3 server that is killed and comes back, and by two nodes that share it. */
@Tag("U-12")
class S3FaultsTest {

    private static final int MIB = 1024 * 1024;

    private S3Server s3;
    private Map<String, Object> settings;
    private ServletWebServerApplicationContext server;
    private Sender sender;

    @BeforeEach
    void start() throws Exception {
        s3 = S3Server.shared();
        settings = new HashMap<>(TestDatabase.fresh());
        settings.putAll(s3.settings());
        settings.put("server.port", "0");
        server = (ServletWebServerApplicationContext) UploadServer.start(settings);
        sender = new Sender(server.getWebServer().getPort(), People.any(server.getBean(JdbcClient.class)));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        s3.start();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private String objects(String path) {
        return server.getBean(JdbcClient.class)
                .sql("select concat(count(*), ' ', coalesce(max(clear_length), 0)) from extent where file = :file")
                .param("file", java.util.UUID.fromString(path.substring(path.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
    }

    @Test
    void aLongUploadIsObjectsOfAFewMebibytesAndReadsAsItWasSent() throws Exception {
        byte[] bytes = random(10 * MIB + 12_345);
        String path = sender.create(bytes.length);

        assertThat(sender.patch(path, 0, bytes).statusCode()).isEqualTo(204);

        assertThat(objects(path)).isEqualTo("3 " + 4 * MIB);
        assertThat(sender.content(path)).isEqualTo(bytes);
    }

    @Test
    @Tag("U-2")
    void aStoreKilledInTheMiddleRefusesWithASentenceLosesNothingAndHealsByItself() throws Exception {
        byte[] bytes = random(9 * MIB);
        String path = sender.create(bytes.length);
        assertThat(sender.patch(path, 0, Arrays.copyOf(bytes, 5 * MIB)).statusCode())
                .isEqualTo(204);

        s3.stop();
        var away = sender.patch(path, 5 * MIB, Arrays.copyOfRange(bytes, 5 * MIB, 5 * MIB + 100_000));
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(new String(away.body())).isEqualTo("store.away");
        assertThat(sender.offset(path)).isEqualTo(5 * MIB);

        s3.start();
        Eventually.until(
                "the upload goes on",
                () -> status(path, 5 * MIB, Arrays.copyOfRange(bytes, 5 * MIB, bytes.length)) == 204);
        assertThat(sender.content(path)).isEqualTo(bytes);
    }

    @Test
    @Tag("Q-3")
    void whatANodeBeganBeforeItEndedAnotherResumesFromTheSharedStore() throws Exception {
        byte[] bytes = random(6 * MIB);
        String path = sender.create(bytes.length);
        try (var socket = sender.begin(path, 0, bytes.length, Arrays.copyOf(bytes, 4 * MIB + 100))) {
            Eventually.until("the first object is recorded", () -> objects(path).startsWith("1 "));
        }
        server.close();

        server = (ServletWebServerApplicationContext) UploadServer.start(settings);
        sender = new Sender(server.getWebServer().getPort(), sender.person());
        long offset = sender.offset(path);
        assertThat(offset).isGreaterThanOrEqualTo(4 * MIB);
        assertThat(sender.patch(path, offset, Arrays.copyOfRange(bytes, (int) offset, bytes.length))
                        .statusCode())
                .isEqualTo(204);
        assertThat(sender.content(path)).isEqualTo(bytes);
    }

    private int status(String path, long offset, byte[] bytes) {
        try {
            return sender.patch(path, offset, bytes).statusCode();
        } catch (java.io.IOException cut) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
