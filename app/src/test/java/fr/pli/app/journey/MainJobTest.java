package fr.pli.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import fr.pli.app.AppTest;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main job, in a real browser: a large file sent, received and proved. */
@AppTest
class MainJobTest {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @TempDir
    Path folder;

    @Test
    @Tag("X-1")
    @Tag("X-5")
    @Tag("X-7")
    @Tag("X-8")
    @Tag("X-10")
    @Tag("X-11")
    @Tag("U-1")
    @Tag("U-2")
    @Tag("U-9")
    @Tag("U-11")
    @Tag("Q-2")
    @Tag("Q-7")
    @Tag("Q-10")
    void aClerkSendsFilesAPartnerHasThemAndTheReceiptIsTrue() throws Exception {
        Person clerk = people.clerk();
        Person partner = people.partner();
        Path scan = randomFile("scanner.bin", 24_000_000);
        Path order = Files.writeString(folder.resolve("ordonnance.txt"), "Ordonnance du 9 mars\n");

        try (var office = new Window("https://localhost:" + port, "fr-FR", 1280, 900);
                var outside = new Window("https://localhost:" + port, "fr-FR", 360, 740)) {
            office.signIn(clerk.email(), People.PASSWORD);
            prepare(office, partner, scan, order);
            comeBackAndSend(office, scan);
            acknowledged(clerk, scan);
            received(outside, partner, scan);
            proved(office, partner);
        }
    }

    /** Writes the message; the large file is cut after its first bytes and the browser closed. */
    private void prepare(Window office, Person partner, Path scan, Path order) {
        Page page = office.page();
        office.open("/messages/new");
        page.locator("#recipients-input").fill(partner.email());
        page.locator("#recipients-input").press("Enter");
        assertThat(page.locator(".chip")).containsText(partner.lastName());
        page.getByLabel("Sujet").fill("Pièces du dossier Hartmann");
        page.getByLabel("Commentaire").fill("Bonjour, veuillez trouver les pièces annoncées.");
        page.locator("#pick").setInputFiles(order);
        assertThat(page.locator("li.file")).hasCount(1);
        page.waitForURL("**/messages/drafts/*");
        assertThat(page.locator("li.file").first()).containsText("en attente d'analyse");
        page.route("**/api/v1/uploads/*", route -> {
            if (route.request().method().equals("PATCH")) {
                route.abort();
            } else {
                route.resume(new Route.ResumeOptions());
            }
        });
        page.locator("#pick").setInputFiles(scan);
        assertThat(page.locator("li.file")).hasCount(2);
        page.waitForResponse(answer -> answer.url().contains("/fingerprint") && answer.ok(), () -> {});
        office.looksRight();
        office.leave();
    }

    /** Finds the unfinished sending on the home page, adds the missing bytes, sends before they are analysed. */
    private void comeBackAndSend(Window office, Path scan) {
        office.open("/messages");
        Page page = office.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Reprendre l'envoi"))
                .first()
                .click();
        page.waitForURL("**/messages/drafts/*");
        office.looksRight();
        page.locator("#pick").setInputFiles(scan);
        page.locator("#send").click();
        assertThat(page.locator("#waiting")).isVisible();
        assertThat(page.locator("progress.bar.ok")).hasCount(2);
        jobs.run();
        page.waitForURL(url -> url.matches(".*/messages/[0-9a-f-]{36}"));
        office.looksRight();
    }

    private void acknowledged(Person clerk, Path scan) throws Exception {
        jobs.run();
        assertThat(TestMail.text(TestMail.newest(clerk.email())).replace(" ", ""))
                .contains("scanner.bin", sha256(scan));
    }

    private void received(Window outside, Person partner, Path scan) throws Exception {
        outside.signIn(partner.email(), People.PASSWORD);
        Page page = outside.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pièces du dossier Hartmann"))
                .click();
        page.waitForURL("**/messages/*");
        outside.looksRight();
        Download one = page.waitForDownload(
                () -> page.locator("a[download][href*='/files/']").nth(1).click());
        assertThat(one.suggestedFilename()).isIn("scanner.bin", "ordonnance.txt");
        Download all = page.waitForDownload(
                () -> page.locator("a[download][href*='/zip']").click());
        Path zip = folder.resolve("tout.zip");
        all.saveAs(zip);
        try (var archive = new ZipFile(zip.toFile())) {
            assertThat(archive.stream().map(entry -> entry.getName()))
                    .contains("scanner.bin", "ordonnance.txt", "EMPREINTES.txt");
            try (var in = archive.getInputStream(archive.getEntry("scanner.bin"))) {
                assertThat(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes())))
                        .isEqualTo(sha256(scan));
            }
        }
    }

    private void proved(Window office, Person partner) {
        office.open("/messages/sent");
        Page page = office.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pièces du dossier Hartmann"))
                .first()
                .click();
        page.waitForURL("**/messages/*");
        office.looksRight();
        var row = page.locator(".receipts tbody tr")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(partner.lastName()));
        assertThat(row).containsText("vu");
        assertThat(row).containsText("téléchargé");
    }

    private Path randomFile(String name, int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(2026).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
