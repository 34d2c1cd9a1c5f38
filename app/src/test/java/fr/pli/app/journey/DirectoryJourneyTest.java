package fr.pli.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of the directory, of the account and of tokens in a real browser, wide and on a phone, in both languages. */
@AppTest
class DirectoryJourneyTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @ParameterizedTest
    @CsvSource({"1280, 900, fr", "360, 740, en"})
    @Tag("A-1")
    @Tag("A-10")
    @Tag("Q-7")
    void everyPageIsAccessibleAndFitsItsWidth(int width, int height, String language) throws Exception {
        Person admin = people.who(Profile.ADMINISTRATOR)
                .speaking(java.util.Locale.of(language))
                .active();
        Person partner = people.who(Profile.PARTNER).invited();
        tokens.create(admin, "Sauvegarde de nuit", List.of("messages:read", "directory:read"), 30);
        try (BrowserContext window = Chromium.window(visitors.address().toString(), language, width, height)) {
            Page page = window.newPage();
            page.navigate("/sign-in");
            page.fill("#email", admin.email());
            page.fill("#password", People.PASSWORD);
            page.click("main button[type=submit]");
            page.waitForURL(url -> !url.contains("sign-in"));
            for (String path : List.of(
                    "/admin/directory",
                    "/admin/directory/new",
                    "/admin/directory/" + partner.id(),
                    "/admin/directory/" + partner.id() + "/suspend",
                    "/admin/directory/imports",
                    "/admin/organisations",
                    "/account",
                    "/account?edit",
                    "/account/tokens",
                    "/account/tokens/" + tokens.of(admin).getFirst().id() + "/revoke")) {
                page.navigate(path);
                check(page, path, width);
            }
            page.navigate("/admin/directory/new");
            page.fill("#email", "pas une adresse");
            page.click("main button[type=submit]");
            assertThat(page.locator(".sentence").count()).isGreaterThan(2);
            check(page, "refused form", width);

            page.navigate("/admin/directory/imports");
            page.setInputFiles("#file", file());
            page.click("main button[type=submit]");
            page.waitForURL("**/imports/*");
            check(page, "dry run", width);
        }
    }

    private static void check(Page page, String what, int width) {
        assertThat(Chromium.violations(page)).as("axe on " + what).isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + what)
                .isLessThanOrEqualTo(width);
        String pictures = System.getProperty("pli.pictures");
        if (pictures != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(pictures, width + what.replaceAll("[^a-z]+", "-") + ".png")));
        }
    }

    private static Path file() throws Exception {
        Path file = Files.createTempFile("annuaire", ".csv");
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return Files.writeString(file, """
                E-mail;Prénom;Nom;Organisation;Profil
                zoe-%1$s@exemple.fr;Zoé;Lefèvre;Cour d'appel de Riom;Greffier
                mauvaise;A;B;C;Avocat
                luc-%1$s@exemple.fr;Luc;Arnaud;Barreau de Nulle-Part;Avocat
                """.formatted(unique));
    }
}
