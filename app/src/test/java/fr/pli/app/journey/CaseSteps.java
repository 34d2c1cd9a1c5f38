package fr.pli.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.Jobs;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** An expertise on its pages. */
@Component
class CaseSteps {

    private final Jobs jobs;

    CaseSteps(Jobs jobs) {
        this.jobs = jobs;
    }

    /** By a greffier. */
    void recordTheProvision(Window window, String expertise) {
        window.open(expertise + "/state");
        window.button("Enregistrer la réception").click();
        assertThat(window.done()).containsText("réception de la consignation");
        jobs.runTasks();
    }

    /** By the expert. */
    void begin(Window window, String expertise) {
        window.open(expertise + "/state");
        window.link("Commencer l'expertise").click();
        window.button("Commencer").click();
        assertThat(window.done()).containsText("En cours");
        jobs.runTasks();
    }

    void deposit(Window window, String expertise, String folder, Path file) {
        openFolder(window, expertise, folder);
        window.button("Ajouter des fichiers").click();
        Page page = window.page();
        page.waitForURL("**/deposits/*");
        page.locator("#pick").setInputFiles(file);
        assertThat(page.locator("li.file")).containsText("en attente d'analyse");
        page.locator("#next").click();
        page.waitForURL("**/confirm");
        window.looksRight();
        window.button("Confirmer le dépôt").click();
        page.waitForURL(url -> !url.endsWith("/confirm"));
        jobs.runTasks();
    }

    /** From its folder, where it is new. */
    void download(Window window, String expertise, String folder, String document) {
        openFolder(window, expertise, folder);
        assertThat(line(window, document).locator(".new")).isVisible();
        window.looksRight();
        openDocument(window, document);
        window.page().waitForDownload(() -> window.link("Télécharger").click());
    }

    /** What the depositor reads of one reader (E-9). */
    void receiptSays(Window window, String expertise, String folder, String document, String reader, String word) {
        openFolder(window, expertise, folder);
        openDocument(window, document);
        Locator line = window.page().locator("table.receipts tbody tr", new Page.LocatorOptions().setHasText(reader));
        Locator had = line.locator("td").last();
        Eventually.until(document + " is " + word, () -> {
            window.page().reload();
            return had.innerText().contains(word);
        });
        window.looksRight();
    }

    private static void openFolder(Window window, String expertise, String folder) {
        window.page().navigate(expertise);
        window.link(folder).click();
        window.page().waitForURL("**/folders/*");
    }

    private static Locator line(Window window, String document) {
        return window.page().locator("table.list tbody tr", new Page.LocatorOptions().setHasText(document));
    }

    private static void openDocument(Window window, String document) {
        line(window, document).locator("a.subject").click();
        window.page().waitForURL("**/documents/*");
    }
}
