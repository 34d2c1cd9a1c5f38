package fr.pli.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.app.card.Certified;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.designation.Answers;
import fr.pli.expertise.designation.Designated;
import fr.pli.expertise.designation.Designation;
import fr.pli.expertise.designation.Pursuit;
import fr.pli.expertise.designation.RefusalReason;
import fr.pli.expertise.experts.OwnEntries;
import fr.pli.expertise.experts.OwnEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A designation in the browser, from the choice of the expert to the expertise, on a desk and on a phone. */
@AppTest
class DesignationPagesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Certified certified;

    @Autowired
    Designated designated;

    @Autowired
    Pursuit pursuit;

    @Autowired
    Answers answers;

    @Autowired
    OwnEntries entries;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    private Person clerk;
    private Person expert;

    @BeforeEach
    void somebodyDesignates() {
        clerk = people.clerk();
        // found by a name that nobody else's begins with
        expert = people.who(Profile.EXPERT)
                .named("Hélène", "Caron" + UUID.randomUUID().toString().substring(0, 8))
                .active();
        certified.give(expert);
        entries.write(
                expert, new OwnEntry("CA-BORDEAUX", List.of("A.1.1", "A.1.2"), "05 56 00 00 00", "06 00 00 00 00"));
    }

    @Test
    @Tag("D-1")
    @Tag("D-2")
    @Tag("D-3")
    @Tag("D-4")
    @Tag("D-7")
    @Tag("D-8")
    void aClerkDesignatesAndTheExpertAccepts() throws Exception {
        Path order = Files.writeString(folder.resolve("ordonnance.txt"), "Ordonnance\n");
        Path letter = Files.writeString(folder.resolve("lettre.txt"), "Lettre\n");
        String page;
        try (var window = new Window(visitors.address().toString(), "fr-FR", 1280, 900)) {
            signIn(window, clerk);
            Page shown = window.page();
            shown.waitForURL("**/workspace");
            window.looksRight();
            link(shown, "Nouvelle désignation").click();
            window.looksRight();
            shown.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill(expert.lastName());
            shown.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rechercher"))
                    .click();
            assertThat(shown.locator("table.list tbody tr")).hasCount(2);
            window.looksRight();
            shown.locator("table.list input[type=radio]").nth(1).check();
            button(shown, "Étape suivante").click();
            shown.waitForURL("**/files");
            assertThat(shown.locator("main")).containsText("A.1.2");
            assertThat(shown.locator("main")).containsText("veuillez sélectionner un ou plusieurs fichiers");
            shown.locator("#pick").setInputFiles(order);
            assertThat(shown.locator("li.file")).containsText("en attente d'analyse");
            shown.locator("#rg").fill("14/00112");
            shown.locator("#claimant").fill("Poitou");
            shown.locator("#defendant").fill("Hartmann");
            window.looksRight();
            button(shown, "Envoyer la désignation").click();
            shown.waitForURL("**/confirm");
            window.looksRight();
            button(shown, "Confirmer l'envoi").click();
            assertThat(shown.locator("#waiting")).isVisible();
            window.looksRight();
            jobs.run();
            assertThat(shown.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Expert désigné le")))
                    .isVisible();
            page = shown.url().replaceFirst("https://[^/]+", "");
            window.looksRight();
            assertThat(button(shown, "Retirer la désignation")).isDisabled();
            button(shown, "Relancer l'expert").click();
            assertThat(shown.locator(".notice.ok")).containsText("relancé");
            window.looksRight();
        }
        try (var window = new Window(visitors.address().toString(), "fr-FR", 1280, 900)) {
            signIn(window, expert);
            Page shown = window.page();
            shown.waitForURL("**/workspace");
            shown.locator("a.case").first().click();
            shown.waitForURL("**" + page);
            window.looksRight();
            link(shown, "Accepter la désignation").click();
            shown.waitForURL("**/accept");
            assertThat(shown.locator("#rg")).hasValue("14/00112");
            shown.locator("#pick").setInputFiles(letter);
            assertThat(shown.locator("li.file")).containsText("en attente d'analyse");
            window.looksRight();
            shown.locator("#declared").check();
            button(shown, "Accepter et créer l'expertise").click();
            shown.waitForURL("**/expertises/*");
            assertThat(shown.locator("main")).containsText("POITOU_HARTMANN");
            window.looksRight();
        }
        jobs.run();
        try (var window = new Window(visitors.address().toString(), "fr-FR", 1280, 900)) {
            signIn(window, clerk);
            window.open(page);
            assertThat(window.page().locator("main")).containsText("lettre.txt");
            assertThat(window.page().locator("main")).containsText("a accepté la désignation");
        }
    }

    @Test
    @Tag("D-5")
    @Tag("D-6")
    @Tag("D-10")
    @Tag("S-3")
    @Tag("Q-7")
    void thePagesAreAccessibleOnADeskAndAPhoneInBothLanguages() {
        LocalDate last = LocalDate.ofInstant(clock.instant(), Time.PARIS).plusDays(20);
        Designation pending = designated.pending(clerk, expert, last);
        Designation reminded = designated.pending(clerk, expert, null);
        pursuit.remind(clerk, reminded.id());
        Designation refused = designated.pending(clerk, expert, null);
        answers.refuse(expert, refused.id(), RefusalReason.OTHER, "Mission trop étendue pour un seul expert.");
        Designation accepted = designated.pending(clerk, expert, null);
        answers.accept(expert, accepted.id(), Designated.acceptance());
        Designation draft = designated.draft(clerk, expert, null);
        for (int width : new int[] {1280, 360}) {
            for (String language : List.of("fr-FR", "en-GB")) {
                try (var window = new Window(visitors.address().toString(), language, width, 900)) {
                    speaking(clerk, language);
                    signIn(window, clerk);
                    for (String path : List.of(
                            "/workspace",
                            "/designations",
                            "/experts?lastName=" + expert.lastName(),
                            "/designations/new?lastName=" + expert.lastName(),
                            "/designations/" + draft.id() + "/files",
                            "/designations/" + draft.id() + "/confirm",
                            "/designations/" + draft.id() + "/expert",
                            "/designations/" + pending.id(),
                            "/designations/" + reminded.id() + "/withdraw",
                            "/designations/" + refused.id(),
                            "/designations/" + refused.id() + "/offer",
                            "/designations/" + accepted.id())) {
                        window.open(path);
                    }
                }
                try (var window = new Window(visitors.address().toString(), language, width, 900)) {
                    speaking(expert, language);
                    signIn(window, expert);
                    for (String path : List.of(
                            "/workspace",
                            "/designations",
                            "/experts/mine",
                            "/designations/" + pending.id(),
                            "/designations/" + pending.id() + "/accept",
                            "/designations/" + pending.id() + "/refuse",
                            "/designations/" + refused.id())) {
                        window.open(path);
                    }
                }
            }
        }
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static com.microsoft.playwright.Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private void speaking(Person person, String language) {
        jdbc.sql("update person set language = ? where id = ?")
                .params(language.substring(0, 2), person.id())
                .update();
    }

    private static void signIn(Window window, Person person) {
        Page page = window.page();
        page.navigate("/sign-in");
        page.locator("#email").fill(person.email());
        page.locator("#password").fill(People.PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.endsWith("/sign-in"));
    }
}
