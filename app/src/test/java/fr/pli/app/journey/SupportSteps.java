package fr.pli.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority.Card;
import org.springframework.stereotype.Component;

/** The support desk (O-2): what an operator does there about cards and accounts. */
@Component
class SupportSteps {

    private final Visitors visitors;
    private final Jobs jobs;

    SupportSteps(Visitors visitors, Jobs jobs) {
        this.visitors = visitors;
        this.jobs = jobs;
    }

    /** C-5. @param email of the account */
    void approve(Person operator, String email, Card lost, Card next) {
        try (var desk = desk(operator)) {
            desk.open("/support/certificates");
            request(desk, email).click();
            assertThat(desk.main()).containsText(CardSteps.serial(lost) + " : révoqué, constaté le");
            assertThat(desk.main().locator("code")).hasText(CardSteps.serial(next));
            desk.looksRight();
            desk.page().locator("#checked").fill("Rappelée au greffe, par le standard.");
            desk.button("Approuver et envoyer le lien").click();
            assertThat(desk.done()).containsText("Demande approuvée");
        }
        jobs.runTasks();
    }

    /** C-6. @param other that signs in to the other account @param designations that it has made */
    void merge(Person operator, Card other, int designations) {
        try (var desk = desk(operator)) {
            desk.open("/support/merges");
            request(desk, CardSteps.serial(other)).click();
            Locator moves =
                    desk.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Désignations"));
            assertThat(moves.locator("td").nth(1)).hasText(String.valueOf(designations));
            desk.looksRight();
            desk.page().locator("#checked").fill("Rappelée ; les deux cartes montrées.");
            desk.button("Fusionner les deux comptes").click();
            assertThat(desk.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Compte rendu")))
                    .isVisible();
            desk.looksRight();
        }
        jobs.runTasks();
    }

    private Window desk(Person operator) {
        var desk = new Window(visitors.address().toString(), "fr-FR", 1280, 900);
        desk.signIn(operator.email(), People.PASSWORD);
        return desk;
    }

    private static Locator request(Window desk, String words) {
        return desk.page()
                .locator("table.list tbody tr", new Page.LocatorOptions().setHasText(words))
                .getByRole(AriaRole.LINK);
    }
}
