package fr.pli.exchange.preview;

import fr.pli.exchange.attachment.Content;
import fr.pli.exchange.platform.Home;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has each page drawn by a process of its own, {@link Drawer}, which sees one file and nothing else: no setting, no
 * environment, no key, a small heap, one answer, and its end when the time is over. A file that breaks the decoder
 * breaks that process. The command line is the same for every file: nothing a person wrote is in it (ADR 0036).
 */
@Component
class DrawingProcess {

    private static final Logger LOG = LoggerFactory.getLogger(DrawingProcess.class);

    /** The part of Spring Boot's jar that can start another class of it. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final PreviewSettings settings;
    private final Path folder;
    private final Semaphore turns;

    DrawingProcess(PreviewSettings settings, Home home) {
        this.settings = settings;
        this.folder = home.home().resolve("preview").toAbsolutePath();
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    Preview draw(String mediaType, int page, Content content) throws IOException {
        await();
        try {
            Process process = start();
            try {
                CompletableFuture.delayedExecutor(settings.time().toMillis(), TimeUnit.MILLISECONDS)
                        .execute(process::destroyForcibly);
                return ask(process, mediaType, page, content);
            } finally {
                process.destroyForcibly();
            }
        } finally {
            turns.release();
        }
    }

    private void await() {
        try {
            if (!turns.tryAcquire(settings.time().toMillis(), TimeUnit.MILLISECONDS)) {
                throw PreviewRefusal.BUSY.with();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw PreviewRefusal.BUSY.with();
        }
    }

    private Process start() throws IOException {
        Files.createDirectories(folder);
        var builder =
                new ProcessBuilder(command()).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    private List<String> command() {
        String classes = System.getProperty("java.class.path");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.memory().toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                // where the names of the machine's fonts are remembered
                "-Dpdfbox.fontcache=" + folder,
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-cp",
                absolute(classes)));
        if (getClass().getClassLoader().getResource(LAUNCHER.replace('.', '/') + ".class") == null) {
            command.add(Drawer.class.getName());
        } else {
            command.add(command.size() - 2, "-Dloader.main=" + Drawer.class.getName());
            command.add(LAUNCHER);
        }
        return command;
    }

    private static String absolute(String classes) {
        var paths = new ArrayList<String>();
        for (String path : classes.split(File.pathSeparator, -1)) {
            paths.add(Path.of(path).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, paths);
    }

    /** The process reads the whole question before it answers. */
    private static Preview ask(Process process, String mediaType, int page, Content content) {
        try (var in = new DataInputStream(process.getInputStream())) {
            try (var out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 64 * 1024))) {
                out.writeUTF(mediaType);
                out.writeInt(page);
                out.writeInt((int) content.length());
                content.read(0, content.length(), out::write);
            }
            return Answer.read(in, page);
        } catch (IOException ended) {
            LOG.info("a file of type {} could not be drawn: its process ended or its time was over", mediaType);
            throw PreviewRefusal.UNDRAWABLE.with();
        }
    }
}
