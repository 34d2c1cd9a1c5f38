package fr.pli.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.pli.app.TestCards;
import fr.pli.app.Visitors;
import fr.pli.exchange.certificate.CardListeners;
import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestAuthority.Card;
import fr.pli.exchange.testing.TestMail;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What people do with a card, at the doors and in their account; each card is in a browser of its own. */
@Component
class CardSteps {

    static final String COURT = "Tribunal judiciaire de Bordeaux";

    private final Visitors visitors;
    private final CardListeners listeners;
    private final Jobs jobs;

    CardSteps(Visitors visitors, CardListeners listeners, Jobs jobs) {
        this.visitors = visitors;
        this.listeners = listeners;
        this.jobs = jobs;
    }

    static Card card(String holder) {
        return TestCards.AUTHORITY.card(holder).issue();
    }

    /** As pages write it. */
    static String serial(Card card) {
        return card.certificate().getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    }

    Window browser(Card card, Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        return new Window(
                CardBrowser.with(card, folder, visitors.address().getPort(), listeners.handshakePort(), true));
    }

    /** From the home page to the card door. */
    void present(Window window) {
        window.page().navigate("/");
        window.page().locator("#as-certificate").check();
        window.button("Continuer").click();
        window.page().waitForURL("https://carte.pli.test/card?**");
        window.looksRight();
    }

    /** Where that leads to is for the caller to see. */
    void comeIn(Window window) {
        present(window);
        window.button("Se connecter avec cette carte").click();
    }

    void comeToTheWorkspace(Window window) {
        comeIn(window);
        window.page().waitForURL("https://pli.test/workspace");
        window.looksRight();
    }

    /** « Nouveau certificat reconnu », « Non », the form, the mail, the card again, the terms (C-2, C-3, A-11). */
    void register(Window window, String first, String last, String email) {
        comeIn(window);
        asksForAnAccount(window);
        window.page().locator("#account-no").check();
        window.button("Valider").click();
        Page form = window.page();
        form.waitForURL("**/new-card/registration");
        form.locator("#firstName").fill(first);
        form.locator("#lastName").fill(last);
        form.locator("#landline").fill("05 56 00 00 00");
        form.locator("#email").fill(email);
        form.locator("#profile").selectOption("GREFFIER");
        form.locator("#court").selectOption(COURT);
        window.looksRight();
        window.button("Valider").click();
        form.waitForURL("**/new-card/sent");
        jobs.runTasks();
        form.navigate(mailed(email, "/registration/"));
        assertThat(window.main()).containsText(first + " " + last);
        window.button("Confirmer mon adresse").click();
        assertThat(heading(window)).hasText("Inscription confirmée");
        comeIn(window);
        form.waitForURL("https://pli.test/terms**");
        window.looksRight();
        window.button("Accepter et continuer").click();
        form.waitForURL("https://pli.test/workspace");
    }

    void leave(Window window) {
        window.button("Déconnexion").click();
        window.page().waitForURL("https://pli.test/sign-in?out");
    }

    /** « Ajouter un certificat » in the account, while the present card works (C-4). */
    void askForTheLink(Window window, String email) {
        window.open("/account");
        window.link("Ajouter un certificat").click();
        window.page().waitForURL("**/account/certificates/add");
        window.looksRight();
        assertThat(window.main()).containsText("fermez toutes les fenêtres du navigateur");
        window.button("Recevoir le lien").click();
        assertThat(window.done()).containsText("Le lien est envoyé à " + email);
        jobs.runTasks();
    }

    /** « Oui », and the form for the support, with a card that nobody knows (C-5). */
    void askTheSupport(Window window, String name, String email) {
        comeIn(window);
        asksForAnAccount(window);
        window.page().locator("#account-yes").check();
        window.button("Valider").click();
        window.page().waitForURL("**/new-card/known");
        window.link("Cliquez ici pour contacter le service d’assistance technique")
                .click();
        window.page().waitForURL("**/new-card/support");
        reach(window.page(), name, email);
        window.looksRight();
        window.button("Envoyer la demande").click();
        window.page().waitForURL("**/new-card/support/sent");
        jobs.runTasks();
    }

    /** « Demander la fusion » in the account that is kept (C-6). @param other that signs in to the other account */
    void askForTheMerge(Window window, String name, String email, Card other) {
        window.open("/account");
        window.link("Demander la fusion").click();
        window.page().waitForURL("**/account/certificates/merge");
        window.page().locator("#serial").fill(serial(other));
        reach(window.page(), name, email);
        window.looksRight();
        window.button("Envoyer la demande").click();
        assertThat(window.done()).containsText("demande de fusion est envoyée");
    }

    /** The mailed link, opened with the new card. */
    void attach(Window window, String name, String email) {
        window.page().navigate(mailed(email, "/certificate/"));
        assertThat(window.main()).containsText("Fermez toutes les fenêtres du navigateur");
        window.button("Présenter ma nouvelle carte").click();
        window.page().waitForURL("https://carte.pli.test/card?**");
        window.button("Se connecter avec cette carte").click();
        window.page().waitForURL("https://pli.test/new-card/attach");
        assertThat(window.main()).containsText("au compte de " + name);
        window.looksRight();
        window.button("Oui, ajouter ce certificat").click();
        assertThat(heading(window)).hasText("Certificat ajouté");
        jobs.runTasks();
    }

    private static void asksForAnAccount(Window window) {
        window.page().waitForURL("https://pli.test/new-card");
        assertThat(heading(window)).hasText("Nouveau certificat reconnu");
        window.looksRight();
    }

    private static void reach(Page form, String name, String email) {
        form.locator("#name").fill(name);
        form.locator("#email").fill(email);
        form.locator("#landline").fill("05 56 00 00 00");
        form.locator("#times").fill("le matin");
    }

    private static Locator heading(Window window) {
        return window.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** The newest link to such a page that was mailed there. */
    private static String mailed(String email, String path) {
        return Eventually.value("a mail to " + email + " with " + path, () -> TestMail.to(email).stream()
                .flatMap(mail -> TestMail.links(mail).stream())
                .filter(link -> URI.create(link).getRawPath().startsWith(path))
                .reduce((older, newer) -> newer));
    }
}
