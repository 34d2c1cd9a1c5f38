package fr.pli.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.pli.app.AppTest;
import fr.pli.app.TestCards;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.certificate.CardFixtures;
import fr.pli.exchange.certificate.CardListeners;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority.Card;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in with a certificate that a real Chromium has in its own store (C-1, A-4). */
@AppTest
@Tag("C-1")
@Tag("A-4")
class CardJourneyTest {

    @TempDir
    Path folder;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    CardFixtures cards;

    @Autowired
    CardListeners listeners;

    @Test
    void fromTheHomePageWithTheCardAndReallyOutAgain() throws Exception {
        Person clerk = people.clerk();
        Card card = TestCards.AUTHORITY.card(clerk.name()).issue();
        cards.give(clerk, card.certificate());
        try (BrowserContext window = window(card, true)) {
            Page page = window.newPage();
            toTheCardDoor(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("Votre carte");
            assertThat(page.locator("main").textContent()).contains(clerk.name());
            assertThat(Chromium.violations(page)).isEmpty();
            picture(page, "card-door");
            page.setViewportSize(360, 740);
            picture(page, "card-door-360");
            page.setViewportSize(1280, 800);
            page.locator("button[type=submit]").click();
            page.waitForURL("https://pli.test/workspace");
            page.navigate("https://pli.test/account");
            assertThat(page.locator("main").textContent())
                    .contains(clerk.email())
                    .contains("Certificats");
            assertThat(Chromium.violations(page)).isEmpty();
            picture(page, "card-account");
            page.locator("form[action='/sign-out'] button").first().click();
            page.waitForURL("https://pli.test/sign-in?out");
            page.navigate("https://pli.test/account");
            assertThat(page.url()).as("signed out").contains("/sign-in");
            page.navigate("https://pli.test/sign-in/card");
            assertThat(page.locator("h1").textContent()).as("asks again").isEqualTo("Votre carte");
            page.navigate("https://pli.test/account");
            assertThat(page.url()).as("and signs nobody in by itself").contains("/sign-in");
        }
    }

    @Test
    @Tag("Q-7")
    void itWorksWithoutScripts() throws Exception {
        Person clerk = people.clerk();
        Card card = TestCards.AUTHORITY.card(clerk.name()).issue();
        cards.give(clerk, card.certificate());
        try (BrowserContext window = window(card, false)) {
            Page page = window.newPage();
            toTheCardDoor(page);
            page.locator("button[type=submit]").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Connexion par carte");
            page.locator("button[type=submit]").click();
            page.waitForURL("https://pli.test/workspace");
        }
    }

    @Test
    @Tag("C-2")
    @Tag("C-3")
    void anUnknownCardLeadsToTheRegistrationForm() throws Exception {
        try (BrowserContext window =
                window(TestCards.AUTHORITY.card("Jeanne Vidal").issue(), true)) {
            Page page = window.newPage();
            toTheCardDoor(page);
            page.locator("button[type=submit]").click();
            page.waitForURL("https://pli.test/new-card");
            assertThat(Chromium.violations(page)).isEmpty();
            picture(page, "card-new");
            page.locator("#account-no").check();
            page.locator("main button[type=submit]").click();
            page.waitForURL("https://pli.test/new-card/registration");
            assertThat(Chromium.violations(page)).isEmpty();
            picture(page, "card-registration");
            page.setViewportSize(360, 740);
            picture(page, "card-registration-360");
            assertThat(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                    .isEqualTo(false);
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("#email-error").isVisible()).isTrue();
            assertThat(Chromium.violations(page)).isEmpty();
        }
    }

    /** the question of the home page, its first answer, « Continuer ». */
    private static void toTheCardDoor(Page page) {
        page.navigate("https://pli.test/");
        assertThat(page.locator("main").textContent()).contains("Quel est votre profil d’utilisateur ?");
        page.locator("#as-certificate").check();
        page.locator("main form button[type=submit]").click();
        page.waitForURL("https://carte.pli.test/card?**");
    }

    private BrowserContext window(Card card, boolean scripts) throws Exception {
        return CardBrowser.with(card, folder, visitors.address().getPort(), listeners.handshakePort(), scripts);
    }

    private void picture(Page page, String name) throws Exception {
        String pictures = System.getProperty("pli.pictures");
        if (pictures != null) {
            Path to = Files.createDirectories(Path.of(pictures));
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(to.resolve(name + ".png")));
        }
    }
}
