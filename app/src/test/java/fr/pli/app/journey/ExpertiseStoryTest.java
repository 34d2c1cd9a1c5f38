package fr.pli.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Posted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** One expertise from its creation to its end, each of those who take part in a browser of their own. */
@AppTest
class ExpertiseStoryTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Folders folders;

    @Autowired
    Participants participants;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @TempDir
    Path folder;

    private final Map<Person, Window> windows = new HashMap<>();
    private final String rg = "26/" + ThreadLocalRandom.current().nextInt(10_000, 100_000);

    private Person expert;
    private Person colleague;
    private Person sapiteur;
    private Person magistrat;
    private Person greffier;
    private Person poitou;
    private Person hartmann;
    private Person publisher;
    private Person reader;
    private UUID id;
    private UUID claimant;
    private UUID defendant;

    @AfterEach
    void backToThePresent() {
        everybodyLeavesTheirDesk();
        clock.reset();
    }

    private void everybodyLeavesTheirDesk() {
        windows.values().forEach(Window::close);
        windows.clear();
    }

    @Test
    @Tag("E-2")
    @Tag("E-4")
    @Tag("E-7")
    @Tag("E-8")
    @Tag("E-9")
    @Tag("E-11")
    @Tag("M-5")
    @Tag("N-4")
    @Tag("S-1")
    @Tag("D-10")
    void oneExpertiseFromCreationToItsEndAsEachOfItsPeople() throws Exception {
        everybody();
        theExpertCreatesItAndInvitesEverybody();
        thePartiesDoNotSeeItBeforeItBegins();
        theGreffierRecordsTheProvisionAndTheExpertBegins();
        theLawyersDepositDiresAndNumberedExhibitsWithTheirBordereau();
        whoMayNotDepositReadsWhy();
        aConfidentialDocumentIsAcceptedForOneSideOnly();
        theCourtAndTheSapiteurHaveFoldersOfTheirOwn();
        aNoteIsReadByOneOfThem();
        theBoardTellsWhoHasWhat();
        theNightTellsWhatIsNotDownloaded();
        itIsFoundByNumberAndByParticipant();
        duringAPauseNobodyDepositsAndTheSentenceSaysTheState();
        theReportEndsIt();
    }

    private void everybody() {
        expert = people.who(Profile.EXPERT).named("Hélène", "Caron").active();
        colleague = people.who(Profile.EXPERT).named("Paul", "Second").active();
        // roles decide, not profiles: a sapiteur's own profile asks for a second factor here
        sapiteur = people.who(Profile.EXPERT).named("Sam", "Sapiteur").active();
        magistrat = people.who(Profile.MAGISTRAT).named("Marc", "Magistrat").active();
        greffier = people.who(Profile.GREFFIER).named("Gaëlle", "Greffe").active();
        poitou = people.who(Profile.LAWYER).named("Anne", "Poitevin").active();
        hartmann = people.who(Profile.LAWYER).named("Hugo", "Hartwig").active();
        publisher = people.who(Profile.PARTY).named("Denis", "Publie").active();
        reader = people.who(Profile.PARTY).named("Rose", "Lectrice").active();
    }

    private void theExpertCreatesItAndInvitesEverybody() {
        Page page = as(expert);
        page.navigate("/expertises");
        link(page, "Nouvelle expertise").click();
        page.locator("#claimant").fill("Poitou");
        page.locator("#defendant").fill("Hartmann");
        page.locator("#court").fill("Tribunal judiciaire de Bordeaux");
        page.locator("#rg").fill(rg);
        page.locator("#magistrat").fill(magistrat.email());
        page.locator("#greffier").fill(greffier.email());
        button(page, "Créer l'expertise").click();
        assertThat(page.locator(".notice.ok")).containsText("L'expertise est créée");
        id = UUID.fromString(page.url().replaceAll(".*/expertises/([0-9a-f-]{36}).*", "$1"));
        claimant = participants.parties(id).get(0).id();
        defendant = participants.parties(id).get(1).id();
        invite(colleague, Role.CO_EXPERT, null);
        invite(sapiteur, Role.SAPITEUR, null);
        invite(poitou, Role.AVOCAT, claimant);
        invite(reader, Role.PARTY_READER, claimant);
        invite(hartmann, Role.AVOCAT, defendant);
        invite(publisher, Role.PARTY_PUBLISHER, defendant);
    }

    private void thePartiesDoNotSeeItBeforeItBegins() {
        for (Person party : List.of(poitou, reader)) {
            Page page = as(party);
            page.navigate("/expertises");
            assertThat(page.locator("main")).not().containsText("Poitou c/ Hartmann");
            assertThat(page.navigate("/expertises/" + id).status()).isEqualTo(404);
        }
        Page page = as(colleague);
        page.navigate("/expertises");
        assertThat(page.locator("main")).containsText("en attente de consignation");
    }

    private void theGreffierRecordsTheProvisionAndTheExpertBegins() {
        Page desk = as(expert);
        desk.navigate("/expertises/" + id + "/state");
        assertThat(button(desk, "Commencer l'expertise")).isDisabled();
        Page page = as(greffier);
        page.navigate("/expertises/" + id + "/state");
        button(page, "Enregistrer la réception").click();
        assertThat(page.locator(".notice.ok")).containsText("réception de la consignation");
        become("Commencer l'expertise", "Commencer", "En cours");
        Page lawyer = as(poitou);
        lawyer.navigate("/expertises");
        link(lawyer, "Poitou c/ Hartmann").click();
        assertThat(lawyer.locator("h1")).containsText("Poitou c/ Hartmann");
    }

    private void theLawyersDepositDiresAndNumberedExhibitsWithTheirBordereau() throws IOException {
        deposit(poitou, at(FolderKind.PARTIE_DIRES_ET_ANNEXES, claimant), List.of(), "dire n° 1.txt");
        deposit(publisher, at(FolderKind.PARTIE_DIRES_ET_ANNEXES, defendant), List.of(), "réponse au dire.txt");
        UUID pieces = at(FolderKind.PARTIE_PIECES_COTEES, claimant);
        deposit(poitou, pieces, List.of("1", "2"), "contrat.txt", "facture.txt");
        Page page = as(hartmann);
        page.navigate(path(pieces));
        assertThat(page.locator("table.list .new")).hasCount(2);
        Download bordereau =
                page.waitForDownload(() -> link(page, "Bordereau (PDF)").click());
        assertThat(Files.readAllBytes(bordereau.path())).startsWith("%PDF-".getBytes());
    }

    private void whoMayNotDepositReadsWhy() {
        Page page = as(reader);
        page.navigate(path(at(FolderKind.PARTIE_DIRES_ET_ANNEXES, claimant)));
        assertThat(button(page, "Ajouter des fichiers")).isDisabled();
        assertThat(page.locator("#why")).containsText("pas déposer");
        assertThat(page.locator("#why")).containsText("rôle Partie non autorisée à publier, état En cours");
        assertThat(page.locator("table.list")).containsText("dire n° 1.txt");
    }

    private void aConfidentialDocumentIsAcceptedForOneSideOnly() throws IOException {
        UUID confidential = at(FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, claimant);
        deposit(poitou, confidential, List.of(), "secret de fabrique.txt");
        Page page = as(expert);
        page.navigate("/expertises/" + id);
        link(page, "secret de fabrique.txt").click();
        windows.get(expert).looksRight();
        String document = page.url();
        assertThat(as(reader).navigate(document).status()).as("a proposal").isEqualTo(404);
        button(page, "Accepter et publier").click();
        assertThat(page.locator(".notice.ok")).containsText("est accepté et publié");
        assertThat(as(reader).navigate(document).status()).isEqualTo(200);
        for (Person other : List.of(hartmann, publisher, magistrat, sapiteur)) {
            assertThat(as(other).navigate(document).status()).as(other.name()).isEqualTo(404);
            assertThat(as(other).navigate(path(confidential)).status())
                    .as(other.name())
                    .isEqualTo(404);
        }
    }

    private void theCourtAndTheSapiteurHaveFoldersOfTheirOwn() throws IOException {
        deposit(magistrat, at(FolderKind.MAGISTRAT_VERS_EXPERT, null), List.of(), "question du juge.txt");
        UUID own = participants.of(id).stream()
                .filter(one -> one.person().equals(sapiteur.id()))
                .findFirst()
                .orElseThrow()
                .id();
        deposit(sapiteur, at(FolderKind.SAPITEUR_VERS_EXPERT, own), List.of(), "avis du sapiteur.txt");
        Page greffe = as(greffier);
        greffe.navigate(path(at(FolderKind.MAGISTRAT_VERS_EXPERT, null)));
        assertThat(greffe.locator("table.list")).containsText("question du juge.txt");
        for (UUID hidden :
                List.of(at(FolderKind.MAGISTRAT_VERS_EXPERT, null), at(FolderKind.SAPITEUR_VERS_EXPERT, own))) {
            assertThat(as(hartmann).navigate(path(hidden)).status()).isEqualTo(404);
        }
        Page second = as(colleague);
        second.navigate(path(at(FolderKind.SAPITEUR_VERS_EXPERT, own)));
        assertThat(second.locator("table.list")).containsText("avis du sapiteur.txt");
    }

    private void aNoteIsReadByOneOfThem() throws IOException {
        deposit(expert, at(FolderKind.EXPERT_NOTES_AUX_PARTIES, null), List.of(), "note aux parties.txt");
        Page page = as(hartmann);
        page.navigate("/expertises/" + id);
        assertThat(page.locator("#fresh + ul, section[aria-labelledby=fresh]").first())
                .containsText("Notes aux parties");
        page.navigate(path(at(FolderKind.EXPERT_NOTES_AUX_PARTIES, null)));
        link(page, "note aux parties.txt").click();
        page.waitForDownload(() -> link(page, "Télécharger").first().click());
        Eventually.until("the note is not new any more", () -> {
            page.navigate(path(at(FolderKind.EXPERT_NOTES_AUX_PARTIES, null)));
            return page.locator("table.list .new").count() == 0;
        });
    }

    private void theBoardTellsWhoHasWhat() {
        Page page = as(expert);
        page.navigate("/expertises/" + id);
        link(page, "Contradictoire").click();
        var note = page.locator(".board tbody tr", new Page.LocatorOptions().setHasText("note aux parties.txt"));
        assertThat(note).containsText("téléchargé");
        assertThat(note).containsText("notifié");
        assertThat(page.locator(".board")).not().containsText("secret de fabrique");
        assertThat(page.locator(".board")).not().containsText("question du juge");
        windows.get(expert).looksRight();
        button(page, "Relancer " + poitou.name()).click();
        assertThat(page.locator(".notice.ok")).containsText("La relance est partie");
        assertThat(as(hartmann)
                        .navigate("/expertises/" + id + "/contradictoire")
                        .status())
                .as("the board is the experts'")
                .isBetween(403, 404);
    }

    private void theNightTellsWhatIsNotDownloaded() throws Exception {
        // the next morning, in a week that no other test has: a night begins once; sessions have ended meanwhile
        clock.moveTo(
                Posted.nextMidnight(clock.instant().plus(Duration.ofDays(21))).plus(Duration.ofMinutes(5)));
        jobs.sweep("digest.night");
        jobs.runTasks();
        everybodyLeavesTheirDesk();
        Page page = as(hartmann);
        page.navigate("/expertises");
        link(page, "Récapitulatifs de la nuit").click();
        link(page, "Récapitulatif du").first().click();
        assertThat(page.locator("main")).containsText("dire n° 1.txt");
        assertThat(page.locator("main")).not().containsText("note aux parties.txt");
        assertThat(page.locator("main")).not().containsText("secret de fabrique");
        windows.get(hartmann).looksRight();
        assertThat(TestMail.to(hartmann.email())).anySatisfy(mail -> assertThat(TestMail.text(mail))
                .contains("dire n° 1.txt", "contrat.txt")
                .doesNotContain("secret de fabrique", "question du juge"));
    }

    private void itIsFoundByNumberAndByParticipant() {
        Page page = as(hartmann);
        link(page, "Rechercher").first().click();
        page.locator("#q").fill(rg);
        page.locator("#q").press("Enter");
        assertThat(page.locator("main")).containsText("Poitou c/ Hartmann");
        page.locator("#q").fill("poitevin");
        page.locator("#q").press("Enter");
        assertThat(page.locator("main")).containsText("Anne Poitevin");
        page.locator("#q").fill("secret fabrique");
        page.locator("#q").press("Enter");
        assertThat(page.locator("main [role=status]")).isVisible();
        Page own = as(poitou);
        own.navigate("/search?q=secret+fabrique");
        assertThat(own.locator("main")).containsText("secret de fabrique.txt");
    }

    private void duringAPauseNobodyDepositsAndTheSentenceSaysTheState() {
        become("Mettre en pause", "Mettre en pause", "En pause");
        for (Person party : List.of(poitou, publisher)) {
            Page page = as(party);
            UUID own = at(FolderKind.PARTIE_DIRES_ET_ANNEXES, party == poitou ? claimant : defendant);
            page.navigate(path(own));
            assertThat(button(page, "Ajouter des fichiers")).isDisabled();
            assertThat(page.locator("#why")).containsText("état En pause");
        }
        become("Reprendre l'expertise", "Reprendre", "En cours");
    }

    private void theReportEndsIt() throws IOException {
        deposit(expert, at(FolderKind.GREFFE_RAPPORT_DEFINITIF, null), List.of(), "rapport définitif.txt");
        become("Terminer l'expertise", "Terminer", "Terminée");
        Page page = as(greffier);
        page.navigate(path(at(FolderKind.GREFFE_RAPPORT_DEFINITIF, null)));
        assertThat(page.locator("table.list")).containsText("rapport définitif.txt");
        assertThat(button(page, "Ajouter des fichiers")).isDisabled();
        Page archive = as(poitou);
        archive.navigate("/expertises/" + id);
        link(archive, "Archive").click();
        assertThat(link(archive, "Télécharger l'archive")).isVisible();
    }

    private Page as(Person person) {
        return windows.computeIfAbsent(person, who -> {
                    var window = new Window(visitors.address().toString(), "fr-FR", 1280, 900);
                    Page page = window.page();
                    page.navigate("/sign-in");
                    page.locator("#email").fill(who.email());
                    page.locator("#password").fill(People.PASSWORD);
                    page.locator("#password").press("Enter");
                    page.waitForURL(url -> !url.endsWith("/sign-in"));
                    return window;
                })
                .page();
    }

    private void invite(Person person, Role role, @Nullable UUID party) {
        Page page = as(expert);
        page.navigate("/expertises/" + id + "/participants");
        page.locator("#role").selectOption(role.name());
        if (party != null) {
            page.locator("#party").selectOption(party.toString());
        }
        page.locator("#email").fill(person.email());
        page.locator("#firstName").fill(person.firstName());
        page.locator("#lastName").fill(person.lastName());
        button(page, "Inviter").click();
        assertThat(page.locator(".notice.ok")).containsText("L'invitation de");
    }

    /** By the expert, on the page of the state and the one that asks. */
    private void become(String act, String confirmation, String state) {
        Page page = as(expert);
        page.navigate("/expertises/" + id + "/state");
        link(page, act).click();
        button(page, confirmation).click();
        assertThat(page.locator(".notice.ok")).containsText(state);
    }

    /** By the widget; then the files are analysed. */
    private void deposit(Person author, UUID place, List<String> cotes, String... names) throws IOException {
        Page page = as(author);
        page.navigate(path(place));
        button(page, "Ajouter des fichiers").click();
        page.waitForURL("**/deposits/*");
        Path[] files = new Path[names.length];
        for (int i = 0; i < names.length; i++) {
            files[i] = Files.writeString(folder.resolve(names[i]), "Contenu de " + names[i] + "\n");
        }
        page.locator("#pick").setInputFiles(files);
        for (String name : names) {
            assertThat(page.locator("li.file", new Page.LocatorOptions().setHasText(name)))
                    .containsText("en attente d'analyse");
        }
        page.locator("#next").click();
        page.waitForURL("**/confirm");
        for (int i = 0; i < cotes.size(); i++) {
            page.locator("li.file", new Page.LocatorOptions().setHasText(names[i]))
                    .getByLabel("Cote")
                    .fill(cotes.get(i));
        }
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(java.util.regex.Pattern.compile("Confirmer (le dépôt|la proposition)")))
                .click();
        page.waitForURL(url -> !url.endsWith("/confirm"));
        jobs.runTasks();
    }

    private UUID at(FolderKind kind, @Nullable UUID owner) {
        return folders.at(id, kind, owner);
    }

    private String path(UUID place) {
        return "/expertises/" + id + "/folders/" + place;
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static com.microsoft.playwright.Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
