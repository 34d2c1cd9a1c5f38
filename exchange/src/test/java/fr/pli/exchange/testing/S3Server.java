package fr.pli.exchange.testing;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real S3 server in a process of its own (S3Mock, from Maven Central): tests kill it and start it again on the same
 * port with the same objects. One for each test JVM; each use has a prefix of its own.
 */
public final class S3Server {

    public static final String BUCKET = "pli";

    private static final AtomicInteger USES = new AtomicInteger();
    private static S3Server shared;

    private final Path folder;
    private final int port;
    private Process process;

    private S3Server() throws IOException {
        folder = Files.createTempDirectory("pli-s3");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /** The one S3 server of this test JVM, running. */
    public static synchronized S3Server shared() {
        try {
            if (shared == null) {
                shared = new S3Server();
            }
            shared.start();
            return shared;
        } catch (IOException failure) {
            throw new IllegalStateException("the S3 server does not start", failure);
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** Settings of the application that lead to an empty place there. */
    public Map<String, String> settings() {
        return Map.of(
                "pli.attachment.s3.bucket",
                BUCKET,
                "pli.attachment.s3.endpoint",
                endpoint(),
                "pli.attachment.s3.prefix",
                "use-" + USES.incrementAndGet() + "/",
                "pli.attachment.s3.access-key",
                "test",
                "pli.attachment.s3.secret-key",
                "test");
    }

    public synchronized void start() throws IOException {
        if (process != null && process.isAlive()) {
            return;
        }
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dhttp.port=" + port,
                        "-Dserver.port=0",
                        "-Dserver.address=127.0.0.1",
                        "-Dcom.adobe.testing.s3mock.store.root=" + folder.resolve("objects"),
                        "-Dcom.adobe.testing.s3mock.store.retain-files-on-exit=true",
                        "-Dcom.adobe.testing.s3mock.store.initial-buckets=" + BUCKET,
                        "-jar",
                        jar())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        Eventually.until("the S3 server answers", Duration.ofSeconds(60), this::answers);
    }

    /** Kills it without warning, as a crash would; what it had answered is kept. */
    public synchronized void stop() {
        if (process != null) {
            try {
                process.destroyForcibly().waitFor();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            process = null;
        }
    }

    private boolean answers() {
        try {
            var connection = (HttpURLConnection)
                    URI.create(endpoint() + "/" + BUCKET).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(20_000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String jar() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> List.of(entry.split("[/\\\\]")).getLast().matches("s3mock-.*-exec\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the S3 server's jar is not on the class path of tests"));
    }
}
