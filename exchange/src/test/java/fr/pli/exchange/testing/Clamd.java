package fr.pli.exchange.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real clamd with a configuration and a signature set of its own: the EICAR test file and {@link #SIGNATURE}. The
 * shared one has the limits of production; a test of clamd's cliffs starts its own with lower limits. Its clear bytes
 * lie in memory where the machine has /dev/shm.
 */
public final class Clamd implements AutoCloseable {

    /** Found wherever it stands in a stream, unlike EICAR, which is found at the beginning of a file only. */
    public static final String SIGNATURE = "PLI-TEST-SIGNATURE-NOT-A-VIRUS";

    /** The EICAR test file; every scanner reports it and it does nothing. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    /** Given as a limit: without the product's own signatures, as a clamd of somebody else. */
    public static final String WITHOUT_ZIP64 = "# without our signatures";

    private static final Map<String, String> PRODUCTION = Map.of(
            "StreamMaxLength", "2147483645",
            "MaxFileSize", "2147483645",
            "MaxScanSize", "2147483645",
            "MaxScanTime", "900000",
            "AlertExceedsMax", "yes",
            "AlertEncrypted", "yes",
            "DisableCache", "yes",
            "MaxThreads", "16");

    private static @Nullable Clamd shared;

    private final Path folder;
    private final Path spool;
    private @Nullable Process process;

    private Clamd(Map<String, String> limits) throws IOException {
        folder = Files.createTempDirectory("pli-clamd");
        Path memory = Path.of("/dev/shm");
        spool = Files.isWritable(memory) ? Files.createTempDirectory(memory, "pli-clamd") : folder.resolve("spool");
        Files.createDirectories(spool);
        Files.createDirectories(folder.resolve("db"));
        Files.writeString(
                folder.resolve("db/test.ndb"),
                "Eicar-Test-Signature:0:0:" + hex(EICAR) + "\n" + "Pli-Test-Signature:0:*:" + hex(SIGNATURE) + "\n");
        if (!limits.containsKey(WITHOUT_ZIP64)) {
            Files.copy(Path.of("../ops/signatures/pli-zip64.ndb"), folder.resolve("db/pli-zip64.ndb"));
        }
        configure(limits);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** The one clamd of this test JVM, running, with the limits of production. */
    public static synchronized Clamd shared() {
        if (shared == null) {
            shared = with(Map.of());
        }
        shared.start();
        return shared;
    }

    /** A clamd of the test's own, running; {@code limits} replace or add to the lines of its configuration. */
    public static Clamd with(Map<String, String> limits) {
        try {
            var clamd = new Clamd(limits);
            clamd.start();
            return clamd;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path socket() {
        return folder.resolve("clamd.sock");
    }

    public Path configuration() {
        return folder.resolve("clamd.conf");
    }

    /** Where it keeps the clear bytes of what it is given. */
    public Path spool() {
        return spool;
    }

    /** The application's settings that lead to it. */
    public Map<String, String> settings() {
        return Map.of(
                "pli.attachment.clamd.socket", socket().toString(),
                "pli.attachment.clamd.configuration", configuration().toString());
    }

    /** Starts it unless it runs, and waits until it answers. */
    public synchronized void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        try {
            process = new ProcessBuilder(
                            "/usr/sbin/clamd", "-c", configuration().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("clamd.log").toFile())
                    .start();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!answers()) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "clamd does not start: " + Files.readString(folder.resolve("clamd.log")));
                }
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        } catch (IOException failure) {
            throw new IllegalStateException("clamd (package clamav-daemon) does not start", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Gives it one more signature while it runs: the bytes anywhere in a file. Returns when it knows it. */
    public void learn(String name, byte[] bytes) throws IOException {
        Files.writeString(
                folder.resolve("db/" + name + ".ndb"),
                name + ":0:*:" + java.util.HexFormat.of().formatHex(bytes) + "\n");
        ask("zRELOAD\0".getBytes(StandardCharsets.US_ASCII));
        var stream = ByteBuffer.allocate(18 + bytes.length)
                .put("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(bytes.length)
                .put(bytes)
                .putInt(0)
                .array();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!ask(stream).contains(name)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("clamd does not load " + name);
            }
        }
    }

    /** Kills it without warning, as a crash would. */
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

    /** Stops it from answering without ending it, until {@link #resume}. */
    public void freeze() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    /** Stops it and removes what it left. */
    @Override
    public synchronized void close() {
        stop();
        Stream.of(spool, folder).forEach(Clamd::remove);
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try {
            return !ask("zPING\0".getBytes(StandardCharsets.US_ASCII)).isEmpty();
        } catch (IOException notYet) {
            return false;
        }
    }

    private String ask(byte[] command) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket()));
            channel.write(ByteBuffer.wrap(command));
            var reply = ByteBuffer.allocate(200);
            channel.read(reply);
            return new String(reply.array(), 0, reply.position(), StandardCharsets.US_ASCII);
        }
    }

    private void configure(Map<String, String> limits) throws IOException {
        var lines = new LinkedHashMap<>(PRODUCTION);
        lines.putAll(limits);
        lines.put("Foreground", "yes");
        lines.put("FixStaleSocket", "yes");
        lines.put("LocalSocket", socket().toString());
        lines.put("DatabaseDirectory", folder.resolve("db").toString());
        lines.put("TemporaryDirectory", spool.toString());
        lines.put("User", System.getProperty("user.name"));
        var text = new StringBuilder();
        lines.forEach(
                (name, value) -> text.append(name).append(' ').append(value).append('\n'));
        Files.writeString(configuration(), text);
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException gone) {
            // it lies in a temporary folder: the machine removes what we could not
        }
    }
}
