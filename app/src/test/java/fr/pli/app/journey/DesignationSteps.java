package fr.pli.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.Jobs;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** A designation on its pages: who designates, and the expert. */
@Component
class DesignationSteps {

    private final Jobs jobs;

    DesignationSteps(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Both steps, from the workspace (D-2, D-3). @param all who are found by the specialty. @return the page of the designation */
    String designate(Window window, String specialty, Person expert, int all, Path order, String rg) {
        window.open("/workspace");
        window.link("Nouvelle désignation").click();
        choose(window, specialty, expert, all, "Étape suivante");
        window.page().waitForURL("**/files");
        Page page = window.page();
        page.locator("#pick").setInputFiles(order);
        assertThat(page.locator("li.file")).containsText("en attente d'analyse");
        page.locator("#claimant").fill("Poitou");
        page.locator("#defendant").fill("Hartmann");
        page.locator("#court").fill(CardSteps.COURT);
        page.locator("#rg").fill(rg);
        window.looksRight();
        window.button("Envoyer la désignation").click();
        return confirm(window, expert);
    }

    /** The same package to another expert in one step (D-8). @return the page of that designation */
    String offer(Window window, String specialty, Person expert, int all) {
        window.link("Proposer le même dossier à un autre expert").click();
        choose(window, specialty, expert, all, "Choisir cet expert");
        return confirm(window, expert);
    }

    private static void choose(Window window, String specialty, Person expert, int all, String next) {
        Page page = window.page();
        page.locator("#specialty").fill(specialty);
        window.button("Rechercher").click();
        page.waitForURL(url -> url.contains("specialty=" + specialty.substring(0, 1)));
        Locator lines = page.locator("table.list tbody tr");
        assertThat(lines).hasCount(all);
        window.looksRight();
        lines.filter(new Locator.FilterOptions().setHasText(expert.name()))
                .getByRole(AriaRole.RADIO)
                .check();
        window.button(next).click();
    }

    private String confirm(Window window, Person expert) {
        window.page().waitForURL("**/confirm");
        assertThat(window.main()).containsText("Désigner " + expert.name());
        window.looksRight();
        window.button("Confirmer l'envoi").click();
        window.page().waitForURL(url -> !url.endsWith("/confirm"));
        jobs.runTasks();
        String page = window.page().url().replaceFirst(".*(/designations/[0-9a-f-]{36}).*", "$1");
        window.open(page);
        assertThat(window.page().locator("h1")).containsText("Expert désigné le");
        assertThat(window.main()).containsText("pas encore ouverte");
        assertThat(gap(window.page(), "acts", "documents")).isGreaterThanOrEqualTo(8);
        return page;
    }

    /** Pixels between one sheet and the one below it, by their headings: they do not touch. */
    private static int gap(Page page, String above, String below) {
        Object pixels = page.evaluate("""
                ([above, below]) => Math.round(document.getElementById(below).closest('.sheet').getBoundingClientRect().top
                    - document.getElementById(above).closest('.sheet').getBoundingClientRect().bottom)
                """, List.of(above, below));
        return ((Number) pixels).intValue();
    }

    /** « Retirer la désignation » is off before there was one (D-6). */
    void remind(Window window) {
        assertThat(window.button("Retirer la désignation")).isDisabled();
        assertThat(window.page().locator("#why-withdraw")).containsText("après au moins une relance");
        window.button("Relancer l'expert").click();
        assertThat(window.done()).containsText("L'expert est relancé par courriel");
        jobs.runTasks();
    }

    void withdraw(Window window) {
        window.link("Retirer la désignation").click();
        window.page().waitForURL("**/withdraw");
        window.looksRight();
        window.button("Oui, retirer la désignation").click();
        assertThat(window.done()).containsText("La désignation est retirée");
        window.looksRight();
        jobs.runTasks();
    }

    /** By the expert: opens the only pending one from the workspace and has its file. */
    void openAndDownload(Window window, Path order) {
        window.page().locator("a.case").first().click();
        assertThat(window.page().locator("h1")).containsText("Désignation reçue le");
        window.looksRight();
        window.page().waitForDownload(() -> window.link(order.getFileName().toString())
                .click());
    }

    /** By who designated: what has become of the package (D-5). */
    void seesThatItWasHad(Window window, String designation, String reader) {
        Eventually.until("the download is told", () -> {
            window.page().navigate(designation);
            return window.main().textContent().contains("1 fichier téléchargé sur 1");
        });
        assertThat(window.main()).containsText("ouverte le");
        assertThat(window.page().locator("#history ~ ol")).containsText("Ouverte par " + reader);
        window.looksRight();
    }

    /** By the expert, who has it open; what was typed with the package is there already (D-7). @return the page of the expertise */
    String accept(Window window, String rg) {
        window.link("Accepter la désignation").click();
        Page page = window.page();
        page.waitForURL("**/accept");
        assertThat(page.locator("#rg")).hasValue(rg);
        assertThat(page.locator("#claimant")).hasValue("Poitou");
        window.looksRight();
        page.locator("#declared").check();
        window.button("Accepter et créer l'expertise").click();
        page.waitForURL("**/expertises/*");
        jobs.runTasks();
        return page.url().replaceFirst(".*(/expertises/[0-9a-f-]{36}).*", "$1");
    }

    void refuse(Window window) {
        window.page().locator("a.case").first().click();
        window.link("Refuser la désignation").click();
        window.page().waitForURL("**/refuse");
        window.page().locator("#reason-UNAVAILABLE").check();
        window.looksRight();
        window.button("Refuser la désignation").click();
        assertThat(window.done()).containsText("Votre refus est enregistré");
        jobs.runTasks();
    }
}
