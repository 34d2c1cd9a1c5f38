package fr.pli.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.OfficeImports;
import fr.pli.exchange.account.Offices;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.delegation.Delegations;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.Origin;
import fr.pli.exchange.message.Retention;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Offices, delegations, policies and personal data in a real browser: axe finds nothing, nothing sticks out. */
@AppTest
@Tag("Q-7")
class PeoplePagesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Offices offices;

    @Autowired
    OfficeImports imports;

    @Autowired
    Delegations delegations;

    @Autowired
    Messaging messaging;

    @Autowired
    TestClock clock;

    private Person administrator;
    private Person giver;
    private Person holder;
    private UUID office;
    private UUID imported;
    private String address;

    @BeforeEach
    void anOfficeAndADelegation() {
        administrator = people.now(people.administrator());
        giver = people.now(people.who(Profile.GREFFIER).named("Yvonne", "Pages").active());
        holder = people.now(people.who(Profile.GREFFIER).named("Zoé", "Pages").active());
        address = "pages-" + UUID.randomUUID() + "@bureau.exemple.fr";
        office = offices.create(administrator, "Greffe des pages", address, giver.organisation());
        offices.join(administrator, office, giver.email());
        imported = imports.give(
                        administrator,
                        "bureaux.csv",
                        ("Adresse du bureau;Nom;Organisation;Adresse du membre\n"
                                        + String.join(
                                                ";", address, "Greffe renommé", giver.organisation(), holder.email())
                                        + "\nneuf-" + address + ";Neuf;Inconnue;\n")
                                .getBytes(StandardCharsets.UTF_8))
                .id();
        LocalDate today = LocalDate.ofInstant(clock.instant(), giver.zone());
        delegations.give(giver, holder.email(), true, null, today.plusDays(5));
    }

    @Test
    @Tag("A-13")
    @Tag("O-1")
    void thePagesOfAnAdministratorAreAccessibleAtEveryWidth() {
        for (int width : new int[] {1280, 320}) {
            try (var window = new Window(visitors.address().toString(), "fr-FR", width, 900)) {
                window.signIn(administrator.email(), People.PASSWORD);
                for (String path : List.of(
                        "/admin/offices",
                        "/admin/offices/" + office,
                        "/admin/offices/imports",
                        "/admin/offices/imports/" + imported,
                        "/admin/policies",
                        "/admin/directory/" + holder.id() + "/forget")) {
                    window.open(path);
                }
            }
        }
    }

    @Test
    @Tag("A-12")
    void whoActsForSomebodySeesItOnEveryPageAtEveryWidth() {
        for (int width : new int[] {1280, 320}) {
            try (var window = new Window(visitors.address().toString(), "fr-FR", width, 900)) {
                window.signIn(holder.email(), People.PASSWORD);
                window.open("/account/delegations");
                window.open("/messages");
                window.open("/for/" + giver.id() + "/messages");
                window.open("/for/" + giver.id() + "/notices");
                window.open("/for/" + giver.id() + "/messages/new");
                assertThat(window.page().locator(".acting").textContent()).contains("Vous agissez pour Yvonne Pages");
                window.page().locator("#subject").fill("Écrit pour Yvonne");
                window.page().waitForURL(url -> url.matches(".*/for/" + giver.id() + "/messages/drafts/[0-9a-f-]{36}"));
                window.looksRight();
            }
        }
    }

    @Test
    @Tag("A-13")
    void theSendersPageOfAnOfficeIsAccessibleAtEveryWidth() {
        Person sender = people.now(people.partner());
        UUID message = messaging.draft(sender, Origin.LETTER, Retention.days(5));
        messaging.edit(sender, message, List.of(address), "Au greffe", "Bonjour", 5);
        messaging.send(sender, message);
        for (int width : new int[] {1280, 320}) {
            try (var window = new Window(visitors.address().toString(), "fr-FR", width, 900)) {
                window.signIn(sender.email(), People.PASSWORD);
                window.open("/messages/" + message);
                assertThat(window.page().locator(".receipts").textContent()).contains("Greffe des pages", "1 membre");
            }
        }
    }
}
