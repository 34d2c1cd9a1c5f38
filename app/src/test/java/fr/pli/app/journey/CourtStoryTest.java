package fr.pli.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.TestCards;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.testing.TestAuthority.Card;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The court's side of the product as one greffier lives it: from an unknown card to the colleague who takes over, by way
 * of three more cards. Everybody who has a card comes in with it; what the statistics should say is counted by hand here.
 */
@AppTest
class CourtStoryTest extends CourtStory {

    private static final String GREFFE = "Expert & Parties → Greffe";
    private static final String NAME = "Jeanne Vidal";
    private static final String WITHOUT_ANY =
            "Vous n'avez aucune désignation en attente de réponse. « Nouvelle désignation » en prépare une.";

    @Test
    @Tag("A-11")
    @Tag("C-1")
    @Tag("C-2")
    @Tag("C-3")
    @Tag("C-4")
    @Tag("C-5")
    @Tag("C-6")
    @Tag("D-1")
    @Tag("D-2")
    @Tag("D-3")
    @Tag("D-4")
    @Tag("D-5")
    @Tag("D-6")
    @Tag("D-7")
    @Tag("D-8")
    @Tag("E-2")
    @Tag("E-4")
    @Tag("E-9")
    @Tag("O-2")
    @Tag("Q-7")
    @Tag("S-2")
    @Tag("T-1")
    @Tag("T-2")
    void aGreffierFromTheFirstCardToTheSuccessor() throws Exception {
        sheRegistersWithACardThatNobodyKnows();
        sheDesignatesAnExpertFoundByTheSpecialtyRemindsAndWithdraws();
        anotherExpertOpensThePackageAndAcceptsWithAnOwnCard();
        theExpertiseBeginsAndEachSeesWhatTheOtherHasHad();
        theNextCardIsAttachedWhileThePresentOneWorks();
        theLostCardIsReplacedThroughTheSupport();
        theSecondAccountIsMergedIntoTheFirst();
        CourtFigures.ofTheGreffier(office);
        sheDeclaresHerDepartureAndNamesASuccessor();
        inTheMorningSheIsOutAndTheSuccessorHasFilesAndDesignations();
        theAnswerGoesToTheSuccessor();
        theFiguresOfTheOthersAreWhatWasDone();
    }

    private void sheRegistersWithACardThatNobodyKnows() throws Exception {
        present = CardSteps.card(NAME);
        office = at(present);
        cards.register(office, "Jeanne", "Vidal", email);
        office.looksRight();
        assertThat(office.page().locator("h1")).hasText("Espace de travail Magistrat et Greffier");
        assertThat(panel("pending")).containsText(WITHOUT_ANY);
        assertThat(panel("cases")).containsText("Aucune expertise.");
    }

    private void sheDesignatesAnExpertFoundByTheSpecialtyRemindsAndWithdraws() {
        designations.designate(office, CourtPeople.SPECIALTY, first.person(), 2, order, rg);
        designations.remind(office);
        designations.withdraw(office);
        assertThat(first.subjects())
                .containsExactly(
                        "Désignation comme expert par " + NAME,
                        "Relance : désignation comme expert par " + NAME,
                        "Désignation par " + NAME + " retirée");
    }

    private void anotherExpertOpensThePackageAndAcceptsWithAnOwnCard() throws Exception {
        String page = designations.offer(office, CourtPeople.SPECIALTY, second.person(), 2);
        expert = at(second.card());
        cards.comeToTheWorkspace(expert);
        designations.openAndDownload(expert, order);
        designations.seesThatItWasHad(office, page, second.name());
        expertise = designations.accept(expert, rg);
        expert.looksRight();
        office.open(page);
        assertThat(office.main()).containsText(second.name() + " a accepté la désignation");
        office.link("Ouvrir l'expertise").click();
        assertThat(office.page().locator("h1")).containsText("Poitou c/ Hartmann");
    }

    private void theExpertiseBeginsAndEachSeesWhatTheOtherHasHad() {
        cases.recordTheProvision(office, expertise);
        cases.begin(expert, expertise);
        cases.deposit(expert, expertise, GREFFE, note);
        cases.receiptSays(expert, expertise, GREFFE, "note au greffe.txt", NAME, "pas encore");
        cases.download(office, expertise, GREFFE, "note au greffe.txt");
        cases.receiptSays(expert, expertise, GREFFE, "note au greffe.txt", NAME, "téléchargé");
    }

    private void theNextCardIsAttachedWhileThePresentOneWorks() throws Exception {
        cards.askForTheLink(office, email);
        office.close();
        Card next = CardSteps.card(NAME);
        office = at(next);
        cards.attach(office, NAME, email);
        cards.comeToTheWorkspace(office);
        assertThat(panel("cases")).containsText("Poitou c/ Hartmann");
        office.open("/account");
        assertThat(certificates()).hasCount(2);
        assertThat(office.main()).containsText(CardSteps.serial(present));
        assertThat(office.main()).containsText(CardSteps.serial(next));
        TestCards.revoke(present.certificate());
        present = next;
    }

    private void theLostCardIsReplacedThroughTheSupport() throws Exception {
        TestCards.revoke(present.certificate());
        jobs.sweep("card.revocation");
        cards.leave(office);
        cards.present(office);
        assertThat(office.main()).containsText("Connexion par carte impossible");
        assertThat(office.page().locator("body")).containsText("Ce certificat a été révoqué");
        office.close();
        Card next = CardSteps.card(NAME);
        office = at(next);
        cards.askTheSupport(office, NAME, email);
        support.approve(operator, email, present, next);
        cards.attach(office, NAME, email);
        cards.comeToTheWorkspace(office);
        assertThat(panel("cases")).containsText("Poitou c/ Hartmann");
        present = next;
    }

    private void theSecondAccountIsMergedIntoTheFirst() throws Exception {
        later = CardSteps.card(NAME);
        Window other = at(later);
        cards.register(other, "Jeanne", "Vidal", "encore-" + email);
        assertThat(other.main()).containsText("Aucune expertise.");
        designations.designate(other, CourtPeople.SPECIALTY, first.person(), 2, order, rg);
        other.close();
        cards.askForTheMerge(office, NAME, email, later);
        support.merge(operator, later, 1);
        office.close();
        office = at(later);
        cards.comeToTheWorkspace(office);
        assertThat(panel("pending").locator(".num").first()).hasText("1");
        assertThat(panel("pending")).containsText(first.name());
        assertThat(panel("cases")).containsText("Poitou c/ Hartmann");
        office.open("/account");
        assertThat(office.main()).containsText(email);
        assertThat(certificates()).hasCount(4);
    }

    private void sheDeclaresHerDepartureAndNamesASuccessor() {
        office.open("/departure");
        office.page().locator("#lastDay").fill(day.toString());
        office.page().locator("#successor").fill(successor.person().email());
        office.page().locator("#cause").selectOption("TRANSFER");
        office.button("Déclarer mon départ").click();
        assertThat(office.done()).containsText("est enregistré");
        assertThat(office.main()).containsText("Vos dossiers passent alors à " + successor.name());
        assertThat(office.button("Annuler mon départ")).isVisible();
        office.looksRight();
    }

    private void inTheMorningSheIsOutAndTheSuccessorHasFilesAndDesignations() throws Exception {
        everybodyLeavesTheirDesk();
        clock.moveTo(day.plusDays(1).atTime(8, 0).atZone(Time.PARIS).toInstant());
        jobs.runTasks();
        for (Card card : List.of(present, later)) {
            Window gone = at(card);
            cards.comeIn(gone);
            gone.page().waitForURL("https://pli.test/sign-in/card/enter");
            assertThat(gone.page().locator("[role=alert]")).containsText("Votre compte n’est pas actif");
            gone.close();
        }
        office = at(successor.card());
        cards.comeToTheWorkspace(office);
        assertThat(panel("cases").locator(".num").first()).hasText("1");
        assertThat(panel("cases")).containsText("Poitou c/ Hartmann");
        assertThat(panel("pending").locator(".num").first()).hasText("1");
        panel("pending").locator("a.case").click();
        assertThat(office.page().locator("#history ~ ol")).containsText("Reprise par " + successor.name());
        office.looksRight();
        cases.download(office, expertise, GREFFE, "note au greffe.txt");
        assertThat(second.subjects()).contains("Départ de " + NAME + " : dossiers repris");
    }

    private void theAnswerGoesToTheSuccessor() throws Exception {
        expert = at(first.card());
        cards.comeToTheWorkspace(expert);
        designations.refuse(expert);
        office.open("/workspace");
        assertThat(panel("pending")).containsText(WITHOUT_ANY);
        assertThat(successor.subjects()).contains("Désignation refusée par " + first.name());
    }

    private void theFiguresOfTheOthersAreWhatWasDone() throws Exception {
        CourtFigures.ofTheSuccessor(office);
        CourtFigures.ofTheFirstExpert(expert);
        expert.close();
        expert = at(second.card());
        cards.comeToTheWorkspace(expert);
        CourtFigures.ofTheExpertWhoAccepted(expert);
    }
}
