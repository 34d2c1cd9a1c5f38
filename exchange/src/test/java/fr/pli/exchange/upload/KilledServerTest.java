package fr.pli.exchange.upload;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.S3Server;
import fr.pli.exchange.testing.TestDatabase;
import fr.plitest.uploads.UploadServer;
import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real server process, killed without warning, and a real client that resumes. */
@Tag("U-2")
class KilledServerTest {

    private static final int SIZE = 64 * 1024 * 1024;
    private static final int KILLS = 20;
    private static final int CHUNK = 64 * 1024;
    private static final int REQUEST = 1024 * 1024;

    @TempDir
    Path folder;

    private final Random random = new Random(20);
    private Map<String, String> database;
    private Map<String, String> store = Map.of();
    private int port;
    private UUID person;
    private Process server;

    @BeforeEach
    void prepare() throws Exception {
        database = TestDatabase.fresh();
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        start(true, "once");
        assertThat(server.waitFor())
                .as(Files.readString(folder.resolve("server.log")))
                .isZero();
        person = People.any(JdbcClient.create(new DriverManagerDataSource(
                database.get("pli.database.url"),
                database.get("pli.database.user"),
                database.get("pli.database.password"))));
    }

    @AfterEach
    void end() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    private Map<String, String> settings(boolean migrate) {
        Map<String, String> settings = new HashMap<>(database);
        settings.putAll(store);
        settings.put("server.port", Integer.toString(port));
        settings.put("spring.flyway.enabled", Boolean.toString(migrate));
        settings.put("spring.main.log-startup-info", "false");
        return settings;
    }

    private void start() throws IOException {
        start(false);
    }

    private void start(boolean migrate, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED"));
        settings(migrate).forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                UploadServer.class.getName()));
        command.addAll(List.of(arguments));
        server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
    }

    private void kill() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    @Test
    void twentyKillsDuringAnUploadLoseNoAcknowledgedByte() throws Exception {
        survive(KILLS, SIZE);
    }

    @Test
    @Tag("U-12")
    void fiveKillsDuringAnUploadIntoAnObjectStoreLoseNoAcknowledgedByteEither() throws Exception {
        store = S3Server.shared().settings();
        survive(5, 16 * 1024 * 1024);
    }

    private void survive(int kills, int size) throws Exception {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        TusClient client = client();
        long acknowledged = 0;
        String path = null;

        for (int lives = 0; path == null; lives++) {
            start();
            TusUploader uploader = begin(client, bytes);
            assertThat(uploader.getOffset()).as("offset after kill %s", lives).isGreaterThanOrEqualTo(acknowledged);
            // each life sends at least one request's worth, so that the upload gets on, then ends anywhere
            long more = REQUEST + random.nextInt(2 * REQUEST);
            Killer killer = new Killer(lives < kills ? uploader.getOffset() + more : Long.MAX_VALUE);
            acknowledged = send(uploader, killer);
            if (acknowledged == size) {
                path = uploader.getUploadURL().getPath();
            }
            assertThat(lives).isLessThanOrEqualTo(kills);
        }
        assertThat(new Sender(port, person).content(path)).isEqualTo(bytes);
    }

    @Test
    void aServerKilledBetweenTheLastByteAndItsAnswerHasTheWholeFile() throws Exception {
        byte[] bytes = new byte[3_000_000];
        random.nextBytes(bytes);
        start();
        var sender = new Sender(port, person);
        String path = up(() -> sender.create(bytes.length));
        var socket = sender.begin(path, 0, bytes.length, bytes);
        // the answer has come, or is about to; it is never read
        Eventually.until("the last byte is recorded", () -> answered(socket));
        kill();
        socket.close();

        start();

        assertThat(up(() -> sender.offset(path))).isEqualTo(bytes.length);
        assertThat(sender.content(path)).isEqualTo(bytes);
    }

    private static boolean answered(java.net.Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException cut) {
            return true;
        }
    }

    private TusClient client() throws IOException {
        var client = new TusClient();
        client.setUploadCreationURL(
                URI.create("http://localhost:" + port + "/api/v1/uploads").toURL());
        client.setHeaders(Map.of("X-Person", person.toString()));
        client.enableResuming(new TusURLMemoryStore());
        return client;
    }

    private TusUploader begin(TusClient client, byte[] bytes) {
        return up(() -> {
            var upload = new TusUpload();
            upload.setSize(bytes.length);
            upload.setFingerprint("one file");
            upload.setInputStream(new ByteArrayInputStream(bytes));
            upload.setMetadata(
                    Map.of("filename", "a.bin", "container", UUID.randomUUID().toString()));
            TusUploader uploader = client.resumeOrCreateUpload(upload);
            uploader.setChunkSize(CHUNK);
            uploader.setRequestPayloadSize(REQUEST);
            return uploader;
        });
    }

    /** Sends at a limited rate until all is sent or the server is dead. @return what the server acknowledged */
    private long send(TusUploader uploader, Killer killer) throws InterruptedException, IOException {
        long begun = uploader.getOffset();
        long acknowledged = begun;
        try {
            while (uploader.uploadChunk() > -1) {
                if ((uploader.getOffset() - begun) % REQUEST == 0) {
                    acknowledged = uploader.getOffset();
                }
                killer.at(uploader.getOffset());
                LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
            }
            uploader.finish();
            acknowledged = uploader.getOffset();
        } catch (IOException | ProtocolException died) {
            if (!killer.killed) {
                throw new AssertionError(Files.readString(folder.resolve("server.log")), died);
            }
        }
        killer.join();
        return acknowledged;
    }

    /** Kills the server at a random moment soon after an offset was reached, while the client goes on sending. */
    private final class Killer {

        private final long after;
        private volatile boolean killed;
        private Thread thread;

        Killer(long after) {
            this.after = after;
        }

        void at(long offset) {
            if (offset >= after && thread == null) {
                long delay = random.nextInt(20_000_000);
                thread = Thread.ofPlatform().start(() -> {
                    LockSupport.parkNanos(delay);
                    killed = true;
                    server.destroyForcibly();
                });
            }
        }

        void join() throws InterruptedException {
            if (thread != null) {
                thread.join();
                server.waitFor();
            }
        }
    }

    /** Tries until the server answers. */
    private <T> T up(Attempt<T> attempt) {
        return Eventually.value("the server answers", Duration.ofSeconds(60), () -> {
            try {
                return java.util.Optional.of(attempt.run());
            } catch (IOException notYet) {
                assertThat(server.isAlive()).as("server process").isTrue();
                return java.util.Optional.empty();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private interface Attempt<T> {
        T run() throws Exception;
    }
}
