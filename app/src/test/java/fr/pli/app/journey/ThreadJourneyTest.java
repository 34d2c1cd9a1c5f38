package fr.pli.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.pli.app.AppTest;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** After the main job: an answer with a file, more time granted on a phone, and what was not collected at the end. */
@AppTest
class ThreadJourneyTest {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @TempDir
    Path folder;

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    @Tag("X-8")
    @Tag("X-9")
    @Tag("N-6")
    @Tag("R-4")
    @Tag("Q-7")
    void aPartnerAnswersAndAsksForTimeTheClerkGrantsItOnAPhoneAndTheEndLeavesANegativeReceipt() throws Exception {
        Person clerk = people.clerk();
        Person partner = people.partner();
        Message letter = letters.sent(
                clerk, List.of(partner), 3, Map.of("ordonnance.pdf", "Ordonnance.".getBytes(StandardCharsets.UTF_8)));
        String address = "https://localhost:" + port;
        try (var outside = new Window(address, "fr-FR", 1280, 900);
                var phone = new Window(address, "fr-FR", 360, 740)) {
            outside.signIn(partner.email(), People.PASSWORD);
            answered(outside, letter);
            asked(outside, letter);
            phone.signIn(clerk.email(), People.PASSWORD);
            granted(phone, partner);
        }
        clock.moveTo(letters.message(letter).endsAt());
        jobs.runTasks();
        clock.advance(Duration.ofSeconds(61));
        jobs.runTasks();
        try (var phone = new Window(address, "fr-FR", 360, 740)) {
            phone.signIn(clerk.email(), People.PASSWORD);
            ended(phone, letter, partner);
        }
    }

    private void answered(Window outside, Message letter) throws IOException {
        Page page = outside.page();
        outside.open("/messages/" + letter.id());
        button(page, "Répondre").click();
        page.waitForURL("**/messages/drafts/*");
        assertThat(page.getByLabel("Sujet")).hasValue("Re : Pièces du dossier");
        page.getByLabel("Commentaire").fill("Voici le bordereau signé.");
        page.locator("#pick").setInputFiles(Files.writeString(folder.resolve("bordereau.txt"), "Bordereau signé\n"));
        assertThat(page.locator("li.file")).containsText("en attente d'analyse");
        outside.looksRight();
        page.locator("#send").click();
        assertThat(page.locator("#waiting")).isVisible();
        jobs.run();
        page.waitForURL(url -> url.matches(".*/messages/[0-9a-f-]{36}"));
        assertThat(page.locator("main")).containsText("(ce message)");
        outside.looksRight();
    }

    private static void asked(Window outside, Message letter) {
        Page page = outside.page();
        outside.open("/messages/" + letter.id());
        assertThat(page.locator("section[aria-labelledby=thread]")).containsText("Re : Pièces du dossier");
        page.getByLabel("Motif (facultatif)").fill("Le service d'imagerie est fermé jusqu'à lundi.");
        button(page, "Demander un délai").click();
        assertThat(page.locator(".notice.ok")).containsText("transmise à l'expéditeur");
        assertThat(page.locator("#time")).containsText("sans réponse pour l'instant");
        outside.looksRight();
    }

    /** From the bell, in one click. */
    private static void granted(Window phone, Person partner) {
        Page page = phone.page();
        phone.open("/messages");
        page.locator(".fold > summary").click();
        page.locator(".fold").getByText("Avis").click();
        page.waitForURL("**/notices");
        phone.looksRight();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(partner.name() + " demande un délai"))
                .click();
        page.waitForURL("**/messages/*");
        assertThat(page.locator("main")).containsText("Le service d'imagerie est fermé jusqu'à lundi.");
        phone.looksRight();
        button(page, "Accorder le délai").click();
        assertThat(page.locator(".notice.ok")).containsText("Le délai est accordé");
        assertThat(page.locator("#life")).containsText("10 jours après la mise à disposition");
        phone.looksRight();
    }

    private static void ended(Window phone, Message letter, Person partner) {
        phone.open("/messages/" + letter.id());
        var negative = phone.page().locator("section[aria-labelledby=negative]");
        assertThat(negative).containsText(partner.name());
        assertThat(negative).containsText("non retiré");
        assertThat(negative).containsText("vu le");
        phone.open("/notices");
        assertThat(phone.page().locator("main")).containsText("a expiré sans être entièrement retiré");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
