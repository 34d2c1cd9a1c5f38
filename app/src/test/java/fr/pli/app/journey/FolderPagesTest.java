package fr.pli.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Documents;
import fr.pli.expertise.folder.Filings;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.folder.Proposals;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An expertise in the browser: a lawyer deposits, the expert reads, answers and decides, on a desk and on a phone. */
@AppTest
class FolderPagesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Cases cases;

    @Autowired
    Filings filings;

    @Autowired
    Folders folders;

    @Autowired
    Documents documents;

    @Autowired
    Proposals proposals;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    @Tag("E-4")
    @Tag("U-1")
    void aLawyerDepositsWithTheSameWidgetAsForMessages() throws Exception {
        Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        UUID pieces = folders.at(
                one.id(), FolderKind.PARTIE_PIECES_COTEES, one.claimant().id());
        Document former = filings.one(lawyer, pieces, "facture.pdf");
        Path bill = Files.writeString(folder.resolve("facture-rectifiee.txt"), "Facture rectifiée\n");
        try (var window = new Window(visitors.address().toString(), "fr-FR", 1280, 900)) {
            window.signIn(lawyer.email(), People.PASSWORD);
            window.open("/expertises/" + one.id() + "/folders/" + pieces);
            Page page = window.page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter des fichiers"))
                    .click();
            page.waitForURL("**/deposits/*");
            window.looksRight();
            page.locator("#pick").setInputFiles(bill);
            assertThat(page.locator("li.file")).containsText("en attente d'analyse");
            page.locator("#comment").fill("Facture rectifiée, en remplacement.");
            window.looksRight();
            page.locator("#next").click();
            page.waitForURL("**/confirm");
            window.looksRight();
            page.getByLabel("Cote").fill("3");
            page.getByLabel("Remplace le document").selectOption(former.id().toString());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nommer selon l'usage"))
                    .click();
            assertThat(page.locator("li.file")).containsText("Parties-Pièces cotées - 002 facture-rectifiee.txt");
            assertThat(page.getByLabel("Cote")).hasValue("3");
            window.looksRight();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirmer le dépôt"))
                    .click();
            assertThat(page.locator("#waiting")).isVisible();
            window.looksRight();
            jobs.run();
            assertThat(page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName("Votre dépôt dans « Pièces cotées »")))
                    .isVisible();
            window.looksRight();
            window.open("/expertises/" + one.id() + "/folders/" + pieces);
            assertThat(page.locator("table.list")).containsText("remplacé");
        }
    }

    @Test
    @Tag("E-6")
    @Tag("E-8")
    @Tag("Q-7")
    void thePagesAreAccessibleOnADeskAndAPhoneInBothLanguages() {
        Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        Person reader = one.reader(one.defendant());
        UUID dires = folders.at(
                one.id(), FolderKind.PARTIE_DIRES_ET_ANNEXES, one.claimant().id());
        UUID confidential = folders.at(
                one.id(), FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, one.claimant().id());
        UUID desk = folders.at(one.id(), FolderKind.EXPERT_PARTIES_VERS_GREFFE, null);
        List<Document> made = filings.deposited(
                lawyer,
                dires,
                "Parties-Dires et annexes - 001 dire récapitulatif avant réunion.pdf",
                "annexe.pdf",
                "plan.pdf");
        filings.download(one.expert(), made.getLast());
        Document proposal = filings.one(lawyer, confidential, "bilan comptable.pdf");
        Document accepted = filings.one(lawyer, confidential, "secret de fabrique.pdf");
        proposals.accept(one.expert(), one.id(), accepted.id());
        UUID draft = filings.draft(lawyer, desk, "demande de communication.pdf");
        for (int width : new int[] {1280, 360}) {
            for (String language : List.of("fr-FR", "en-GB")) {
                try (var window = new Window(visitors.address().toString(), language, width, 900)) {
                    speaking(one.expert(), language);
                    signIn(window, one.expert());
                    window.open("/expertises");
                    window.open("/expertises/" + one.id());
                    window.open("/expertises/" + one.id() + "/folders/" + dires);
                    window.open("/expertises/" + one.id() + "/folders/" + confidential);
                    window.open("/expertises/" + one.id() + "/documents/" + proposal.id());
                    window.open("/expertises/" + one.id() + "/documents/" + accepted.id());
                }
                try (var window = new Window(visitors.address().toString(), language, width, 900)) {
                    speaking(lawyer, language);
                    signIn(window, lawyer);
                    window.open("/expertises/" + one.id() + "/folders/" + desk);
                    window.open("/expertises/" + one.id() + "/deposits/" + draft);
                    window.open("/expertises/" + one.id() + "/deposits/" + draft + "/confirm");
                    window.open("/expertises/" + one.id() + "/documents/"
                            + made.getFirst().id());
                    window.open("/expertises/" + one.id() + "/deposits/"
                            + made.getFirst().message());
                }
            }
        }
        try (var window = new Window(visitors.address().toString(), "fr-FR", 320, 900)) {
            signIn(window, reader);
            window.open("/expertises/" + one.id() + "/folders/" + dires);
            assertThat(window.page().locator("#why").textContent()).contains("pas déposer");
        }
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
