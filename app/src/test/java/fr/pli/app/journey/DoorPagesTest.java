package fr.pli.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Fixtures;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of the doors in a real browser: seen, filled in, heard. */
@AppTest
@Tag("Q-7")
class DoorPagesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Jobs jobs;

    private final List<String> complaints = new ArrayList<>();

    @Test
    @Tag("A-4")
    @Tag("Q-10")
    void thePagesWithoutASessionAreAccessibleAndKeepTheContentPolicy() {
        for (String language : List.of("fr-FR", "en-GB")) {
            for (int width : new int[] {1280, 320}) {
                try (var window = window(language, width)) {
                    var page = page(window);
                    for (String path : List.of(
                            "/",
                            "/sign-in",
                            "/new-card/sent",
                            "/certificate/nothing",
                            "/registration/nothing",
                            "/sign-in?out",
                            "/forgotten",
                            "/forgotten/sent",
                            "/link/nothing",
                            "/setup/nothing",
                            "/terms",
                            "/nothing-here")) {
                        page.navigate(path);
                        sound(page, path + " " + language + " " + width);
                    }
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    @Tag("A-3")
    @Tag("A-6")
    @Tag("A-11")
    void aPersonComesInByTheInvitation() {
        var invited = people.who(Profile.PARTNER)
                .named("Hélène", "Lefèvre")
                .withoutTerms()
                .invited();
        fixtures.invite(invited.id());
        jobs.runTasks();
        try (var window = window("fr-FR", 1280)) {
            var page = page(window);
            page.navigate(link(invited));
            sound(page, "link");
            page.getByLabel("Nouveau mot de passe").fill("lefevre7");
            assertThat(page.locator("[data-rule=length] [data-state]")).hasText("règle respectée");
            assertThat(page.locator("[data-rule=own] [data-state]")).hasText("règle non respectée");
            page.getByLabel("Nouveau mot de passe").fill("Quatre_Moulins-88");
            assertThat(page.locator("[data-rule=own] [data-state]")).hasText("règle respectée");
            page.getByLabel("Confirmation du mot de passe").fill("Quatre_Moulins-88");
            sound(page, "link filled in");
            press(page, "Enregistrer");
            assertThat(page.getByText("Votre mot de passe est enregistré")).isVisible();
            page.getByLabel("Adresse électronique").fill(invited.email());
            page.getByLabel("Mot de passe").fill("Quatre_Moulins-88");
            press(page, "Se connecter");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Conditions générales d’utilisation");
            sound(page, "terms");
            press(page, "Accepter et continuer");
            page.waitForURL("**/messages");
            page.navigate("/account/password");
            sound(page, "change password");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    @Tag("O-1")
    void theAdministratorsPageOfTheTermsIsAccessible() {
        var administrator = people.administrator();
        try (var window = window("fr-FR", 1280)) {
            var page = page(window);
            page.navigate("/sign-in?next=/admin/terms");
            page.getByLabel("Adresse électronique").fill(administrator.email());
            page.getByLabel("Mot de passe").fill(People.PASSWORD);
            press(page, "Se connecter");
            page.waitForURL("**/admin/terms");
            sound(page, "terms administration");
        }
        assertThat(complaints).isEmpty();
    }

    private BrowserContext window(String language, int width) {
        return Chromium.window(visitors.address().toString(), language, width, 900);
    }

    private Page page(BrowserContext window) {
        var page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    private void sound(Page page, String where) {
        Chromium.violations(page).forEach(found -> complaints.add(where + ": " + found));
        Object wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (Boolean.TRUE.equals(wide)) {
            complaints.add(where + ": wider than the window");
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static String link(Person person) {
        return TestMail.links(TestMail.newest(person.email())).stream()
                .map(link -> URI.create(link).getRawPath())
                .filter(path -> path.startsWith("/link/"))
                .findFirst()
                .orElseThrow();
    }
}
