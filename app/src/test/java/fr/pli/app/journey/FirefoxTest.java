package fr.pli.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job in Debian's Firefox, driven over WebDriver BiDi by {@code src/test/firefox/main-job.mjs}. */
@AppTest
class FirefoxTest {

    private static final Path SCRIPTS = Path.of("src/test/firefox").toAbsolutePath();

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    @Tag("Q-8")
    @Tag("Q-2")
    @Tag("X-1")
    @Tag("U-1")
    @Tag("X-7")
    @Tag("X-8")
    @Tag("U-10")
    @Tag("U-11")
    void aClerkSendsAFileAndAPartnerHasItAndTheReceiptIsTrueInFirefox() throws Exception {
        installed();
        Person clerk = people.clerk();
        Person partner = people.partner();
        Path file = Files.writeString(folder.resolve("ordonnance.txt"), "Ordonnance du 9 mars\n".repeat(2000));
        Path said = folder.resolve("said.txt");
        Process firefox = node(
                said,
                Map.of(
                        "SERVER", visitors.address().toString(),
                        "CLERK", clerk.email(),
                        "PARTNER", partner.email(),
                        "PARTNER_NAME", partner.lastName(),
                        "PASSWORD", People.PASSWORD,
                        "FILE", file.toString(),
                        "FIREFOX", "/usr/bin/firefox-esr"),
                "main-job.mjs");
        try {
            while (!firefox.waitFor(200, TimeUnit.MILLISECONDS)) {
                jobs.run();
            }
        } finally {
            firefox.descendants().forEach(ProcessHandle::destroyForcibly);
            firefox.destroyForcibly();
        }
        assertThat(firefox.exitValue()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said)).contains("step: done");
    }

    /** The packages that drive it, as locked; again only when the lock changed. */
    private void installed() throws Exception {
        Path mark = SCRIPTS.resolve("node_modules/.package-lock.json");
        Path lock = SCRIPTS.resolve("package-lock.json");
        if (Files.exists(mark) && Files.getLastModifiedTime(mark).compareTo(Files.getLastModifiedTime(lock)) >= 0) {
            return;
        }
        Path said = folder.resolve("npm.txt");
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error")
                .directory(SCRIPTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(npm.waitFor()).as(Files.readString(said)).isZero();
    }

    private static Process node(Path said, Map<String, String> given, String script) throws IOException {
        var builder = new ProcessBuilder("node", script)
                .directory(SCRIPTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(given);
        return builder.start();
    }
}
