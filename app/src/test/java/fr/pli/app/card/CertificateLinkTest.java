package fr.pli.app.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.certificate.CardFixtures;
import fr.pli.exchange.certificate.CardListeners;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority.Card;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** « Ajouter un certificat » (C-4) and what the account page shows (C-7). */
@AppTest
@Tag("C-4")
class CertificateLinkTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    CardFixtures cards;

    @Autowired
    CardListeners listeners;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void theNextCardIsAttachedByTheMailedLinkAndBothSignIn() {
        Person clerk = people.clerk();
        Card former = CardHolder.card(clerk.name());
        cards.give(clerk, former.certificate());
        Visitor account = visitors.anybody();
        holder(former).signIn(account);
        assertThat(account.get("/account/certificates/add").body()).contains("fermez toutes les fenêtres");
        String link = asked(account, clerk);
        assertThat(TestMail.text(TestMail.newest(clerk.email()))).contains("Fermez d’abord toutes les fenêtres");
        Card next = CardHolder.card(clerk.name());
        Visitor browser = visitors.anybody();
        assertThat(browser.get(link).body()).contains(clerk.name()).contains("Fermez toutes les fenêtres");
        assertThat(Visitor.location(attach(browser, link, next))).isEqualTo("/new-card/attach");
        assertThat(browser.get("/new-card/attach").body())
                .contains(clerk.name())
                .containsIgnoringCase(next.certificate().getSerialNumber().toString(16));
        assertThat(Visitor.location(holder(next).signIn(visitors.anybody())))
                .as("not before the button")
                .isEqualTo("/new-card");
        assertThat(browser.post("/new-card/attach", Map.of()).body()).contains("Certificat ajouté");
        jobs.runTasks();
        assertThat(TestMail.subject(TestMail.newest(clerk.email()))).contains("certificat a été ajouté");
        for (Card card : new Card[] {former, next}) {
            Visitor in = visitors.anybody();
            assertThat(holder(card).signIn(in).statusCode()).isEqualTo(302);
            assertThat(in.get("/account").body())
                    .contains("valable jusqu’au")
                    .containsIgnoringCase(former.certificate().getSerialNumber().toString(16))
                    .containsIgnoringCase(next.certificate().getSerialNumber().toString(16));
        }
        assertThat(browser.get(link).statusCode()).as("once").isEqualTo(410);
    }

    @Test
    void theLinkIsForItsAccountAndForACertificateThatIsNobodys() {
        Person clerk = people.clerk();
        Person other = people.clerk();
        Card taken = CardHolder.card(other.name());
        cards.give(other, taken.certificate());
        String link = asked(visitors.signedIn(clerk), clerk);
        Visitor browser = visitors.anybody();
        attach(browser, link, taken);
        assertThat(browser.get("/new-card/attach").statusCode()).isEqualTo(409);
        assertThat(browser.post("/new-card/attach", Map.of()).statusCode()).isEqualTo(409);
        Visitor in = visitors.anybody();
        holder(taken).signIn(in);
        assertThat(in.get("/account").body()).contains(other.email()).doesNotContain(clerk.email());
        Card own = CardHolder.card(clerk.name());
        attach(browser, link, own);
        assertThat(browser.post("/new-card/attach", Map.of("person", other.id().toString()))
                        .statusCode())
                .as("a refused card leaves the link as it was")
                .isEqualTo(200);
        Visitor signedIn = visitors.anybody();
        holder(own).signIn(signedIn);
        assertThat(signedIn.get("/account").body()).contains(clerk.email());
    }

    @Test
    void withoutLinkOrWithoutCardNothingIsAttached() {
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        Visitor stranger = visitors.anybody();
        holder(card).signIn(stranger);
        assertThat(stranger.get("/new-card/attach").statusCode()).isEqualTo(410);
        assertThat(stranger.post("/new-card/attach", Map.of()).statusCode()).isEqualTo(410);
        String link = asked(visitors.signedIn(clerk), clerk);
        Visitor reader = visitors.anybody();
        reader.post(link, Map.of());
        assertThat(reader.post("/new-card/attach", Map.of()).statusCode()).isEqualTo(410);
        assertThat(Visitor.location(holder(card).signIn(visitors.anybody()))).isEqualTo("/new-card");
        clock.advance(Duration.ofDays(15));
        assertThat(visitors.anybody().get(link).statusCode()).isEqualTo(410);
        assertThat(visitors.anybody().post(link, Map.of()).statusCode()).isEqualTo(410);
    }

    @Test
    void fiveLinksADayAreTheMost() {
        Person clerk = people.clerk();
        Visitor account = visitors.signedIn(clerk);
        for (int i = 0; i < 5; i++) {
            assertThat(Visitor.location(account.post("/account/certificates/add", Map.of())))
                    .isEqualTo("/account");
        }
        assertThat(account.post("/account/certificates/add", Map.of()).statusCode())
                .isEqualTo(429);
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(visitors.signedIn(clerk)
                        .post("/account/certificates/add", Map.of())
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aSuspendedAccountsLinkAttachesNothing() {
        Person clerk = people.clerk();
        String link = asked(visitors.signedIn(clerk), clerk);
        Card card = CardHolder.card(clerk.name());
        Visitor browser = visitors.anybody();
        attach(browser, link, card);
        people.suspend(clerk);
        assertThat(browser.post("/new-card/attach", Map.of()).statusCode()).isEqualTo(410);
        assertThat(visitors.anybody().get(link).statusCode()).isEqualTo(410);
        people.reactivate(clerk);
        assertThat(Visitor.location(holder(card).signIn(visitors.anybody()))).isEqualTo("/new-card");
    }

    @Test
    @Tag("C-7")
    void theAccountPageSaysWhenACertificateWasUsedLast() {
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        cards.give(clerk, card.certificate());
        assertThat(visitors.signedIn(clerk).get("/account").body()).contains("jamais");
        holder(card).signIn(visitors.anybody());
        assertThat(visitors.signedIn(clerk).get("/api/v1/me/certificates").body())
                .contains("\"lastUsedAt\":\"")
                .doesNotContain("\"lastUsedAt\":null");
    }

    @Test
    @Tag("C-7")
    void theAccountPageShowsTheEndAndKeepsWhatIsOver() {
        Person clerk = people.clerk();
        var now = clock.instant();
        Card ending = fr.pli.app.TestCards.AUTHORITY
                .card(clerk.name())
                .valid(now.minusSeconds(60), now.plus(Duration.ofDays(10)))
                .issue();
        cards.give(clerk, ending.certificate());
        assertThat(visitors.signedIn(clerk).get("/account").body()).contains("valable jusqu’au");
        clock.advance(Duration.ofDays(11));
        assertThat(visitors.signedIn(clerk).get("/account").body())
                .contains("terminé le")
                .containsIgnoringCase(ending.certificate().getSerialNumber().toString(16));
        Visitor api = visitors.signedIn(clerk);
        assertThat(api.call("GET", "/api/v1/me/certificates", null).body())
                .contains(ending.certificate().getSerialNumber().toString(16));
    }

    private String asked(Visitor account, Person person) {
        assertThat(Visitor.location(account.post("/account/certificates/add", Map.of())))
                .isEqualTo("/account");
        jobs.runTasks();
        return RegistrationTest.link(person.email(), "/certificate/");
    }

    /** Opens the link, presents the card. */
    private java.net.http.HttpResponse<String> attach(Visitor browser, String link, Card card) {
        String way = Visitor.location(browser.post(link, Map.of()));
        return CardHolder.hand(browser, holder(card).pressAt(way));
    }

    private CardHolder holder(Card card) {
        return new CardHolder(listeners.handshakePort(), card);
    }
}
