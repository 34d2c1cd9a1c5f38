package fr.pli.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.app.card.Certified;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job and a greffier's pages in Debian's Firefox, driven over WebDriver BiDi by {@code src/test/firefox}. */
@AppTest
class FirefoxTest {

    private static final Path SCRIPTS = Path.of("src/test/firefox").toAbsolutePath();

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Certified certified;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

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
        Person clerk = people.clerk();
        Person partner = people.partner();
        Path file = Files.writeString(folder.resolve("ordonnance.txt"), "Ordonnance du 9 mars\n".repeat(2000));
        drive(
                "main-job.mjs",
                Map.of(
                        "CLERK", clerk.email(),
                        "PARTNER", partner.email(),
                        "PARTNER_NAME", partner.lastName(),
                        "FILE", file.toString()));
    }

    @Test
    @Timeout(300)
    @Tag("Q-8")
    @Tag("D-1")
    @Tag("D-2")
    @Tag("D-3")
    @Tag("D-5")
    @Tag("D-6")
    @Tag("S-2")
    @Tag("T-1")
    void aGreffiersPagesWorkInFirefox() throws Exception {
        Person expert = people.active(Profile.EXPERT);
        certified.give(expert);
        Person colleague = people.clerk();
        Path file = Files.writeString(folder.resolve("ordonnance.txt"), "Ordonnance\n");
        drive(
                "court-pages.mjs",
                Map.of(
                        "CLERK", people.clerk().email(),
                        "EXPERT_NAME", expert.lastName(),
                        "COLLEAGUE", colleague.email(),
                        "COLLEAGUE_NAME", colleague.name(),
                        "DAY",
                                LocalDate.ofInstant(clock.instant(), Time.PARIS)
                                        .plusDays(4)
                                        .toString(),
                        "FILE", file.toString()));
    }

    /** The script does its steps while the jobs of the platform run; whether they all held is its last word. */
    private void drive(String script, Map<String, String> given) throws Exception {
        installed();
        Path said = folder.resolve("said.txt");
        var all = new HashMap<>(given);
        all.put("SERVER", visitors.address().toString());
        all.put("PASSWORD", People.PASSWORD);
        all.put("FIREFOX", "/usr/bin/firefox-esr");
        Process firefox = node(said, all, script);
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
