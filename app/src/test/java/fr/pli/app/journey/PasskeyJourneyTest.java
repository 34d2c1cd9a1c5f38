package fr.pli.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.pli.app.AppTest;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A passkey in a real browser, with an authenticator of the browser's own test support. */
@AppTest
class PasskeyJourneyTest {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Tag("A-8")
    @Tag("A-10")
    @Tag("Q-7")
    void aPasskeyIsAddedAskedAfterThePasswordAndRefusedOnceCopied() {
        Person partner = people.partner();
        try (var window = Window.alone(Chromium.at("pli.test", port, "fr-FR", 1280, 900))) {
            Page page = window.page();
            authenticator(page);
            window.signIn(partner.email(), People.PASSWORD);
            window.open("/account");
            link(page, "Ajouter une clé d’accès");
            page.waitForURL("**/account/factors/passkey");
            window.looksRight();
            page.locator("#label").fill("Ordinateur du bureau");
            press(page, "Créer la clé d’accès");
            page.waitForURL("**/account/factors/codes**");
            window.looksRight();
            press(page, "Afficher mes codes de secours");
            assertThat(page.locator("#codes li")).hasCount(10);
            window.looksRight();
            String recovery = page.locator("#codes li").first().textContent().strip();
            link(page, "Je les ai notés");
            assertThat(page.getByText("Ordinateur du bureau")).isVisible();
            window.looksRight();

            again(window, partner);
            window.looksRight();
            press(page, "Utiliser ma clé d’accès");
            page.waitForURL("**/messages");

            jdbc.sql("""
                            update second_factor_passkey set counter = 1000000
                            where factor in (select id from second_factor where person = :p)
                            """).param("p", partner.id()).update();
            again(window, partner);
            press(page, "Utiliser ma clé d’accès");
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("n’est plus acceptée");
            page.locator("#recovery").fill(recovery);
            press(page, "Utiliser ce code");
            page.waitForURL("**/messages");
            window.open("/account");
            assertThat(page.locator("body")).containsText("inutilisable");
            assertThat(page.locator("body")).containsText("9 codes de secours");
        }
        jobs.runTasks();
        Assertions.assertThat(TestMail.to(partner.email()))
                .extracting(TestMail::subject)
                .anyMatch(subject -> subject.contains("n’est plus acceptée"));
    }

    @Test
    @Tag("A-8")
    @Tag("A-10")
    @Tag("Q-7")
    void thePagesOfTheAccountAreSoundOnAPhoneAndInEnglish() {
        Person partner = people.partner();
        jdbc.sql("update organisation set domains = 'exemple.fr' where id = :id")
                .param("id", partner.organisationId())
                .update();
        try (var window = Window.alone(Chromium.at("pli.test", port, "fr-FR", 360, 740))) {
            Page page = window.page();
            window.signIn(partner.email(), People.PASSWORD);
            for (String path : new String[] {
                "/account",
                "/account?edit",
                "/account/address",
                "/account/proof",
                "/account/factors",
                "/account/factors/totp",
                "/account/factors/passkey",
                "/account/factors/codes"
            }) {
                window.open(path);
            }
            window.open("/account/factors/totp");
            press(page, "Afficher le code QR");
            assertThat(page.locator("svg.qr")).isVisible();
            window.looksRight();
            page.navigate("/account?edit");
            page.locator("#language").selectOption("en");
            press(page, "Valider");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("My account");
            window.looksRight();
        }
    }

    /** Signs out and in again as far as the second step. */
    private static void again(Window window, Person person) {
        Page page = window.page();
        press(page, "Déconnexion");
        page.waitForURL("**/sign-in?out");
        page.getByLabel("Adresse électronique").fill(person.email());
        page.locator("#password").fill(People.PASSWORD);
        press(page, "Se connecter");
        page.waitForURL("**/sign-in/second");
    }

    private static void authenticator(Page page) {
        var cdp = page.context().newCDPSession(page);
        cdp.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var parameters = new JsonObject();
        parameters.add("options", options);
        cdp.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
    }
}
