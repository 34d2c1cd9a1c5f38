package fr.pli.app.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.app.AppTest;
import fr.pli.app.TestCards;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.CardFixtures;
import fr.pli.exchange.certificate.CardListeners;
import fr.pli.exchange.certificate.CardRefusal;
import fr.pli.exchange.certificate.CertificateRequests;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority.Card;
import fr.pli.exchange.testing.TestMail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The card is lost, the new one is nobody's: the support is asked, checks and approves (C-5). */
@AppTest
@Tag("C-5")
class LostCardTest {

    private static final String SENT = "/new-card/support/sent";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    CardFixtures cards;

    @Autowired
    CardListeners listeners;

    @Autowired
    CertificateRequests requests;

    @Autowired
    Letters letters;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theSupportChecksAndTheMailedLinkAttachesTheNewCard() {
        Person clerk = people.clerk();
        Card lost = CardHolder.card(clerk.name());
        cards.give(clerk, lost.certificate());
        TestCards.revoke(lost.certificate());
        Card next = CardHolder.card(clerk.name());
        Visitor browser = visitors.anybody();
        assertThat(Visitor.location(holder(next).signIn(browser))).isEqualTo("/new-card");
        browser.post("/new-card", Map.of("account", "yes"));
        assertThat(browser.get("/new-card/known").body())
                .contains("Cliquez ici pour contacter le service d’assistance technique")
                .contains("/new-card/support");
        assertThat(browser.get("/new-card/support").body()).contains("Horaires où vous joindre");
        assertThat(Visitor.location(browser.post("/new-card/support", form(clerk.email()))))
                .isEqualTo(SENT);
        assertThat(browser.get(SENT).body())
                .as("still nobody, and told what comes next")
                .contains("L’assistance vous rappelle pour vérifier votre identité");
        jobs.runTasks();
        assertThat(TestMail.text(TestMail.newest(clerk.email())))
                .as("the account's own address is told")
                .contains("demandé à l’assistance");
        assertThat(Visitor.location(holder(next).signIn(visitors.anybody())))
                .as("asking attaches nothing")
                .isEqualTo("/new-card");
        Visitor desk = visitors.signedIn(people.active(Profile.SUPPORT));
        String request = request(clerk.email());
        assertThat(desk.get("/support/certificates").body()).contains(request);
        assertThat(desk.get("/support/certificates/" + request).body())
                .contains(clerk.name())
                .contains("05 56 00 00 00")
                .containsIgnoringCase(serial(next))
                .containsIgnoringCase(serial(lost));
        assertThat(desk.post("/support/certificates/" + request + "/approve", Map.of("checked", ""))
                        .statusCode())
                .as("says how it was checked")
                .isEqualTo(422);
        assertThat(Visitor.location(approve(desk, request))).isEqualTo("/support/certificates");
        jobs.runTasks();
        String link = RegistrationTest.link(clerk.email(), "/certificate/");
        assertThat(Visitor.location(holder(next).signIn(visitors.anybody())))
                .as("approving attaches nothing either")
                .isEqualTo("/new-card");
        Card another = CardHolder.card(clerk.name());
        attach(browser, link, another);
        assertThat(browser.post("/new-card/attach", Map.of()).statusCode())
                .as("the link is for the certificate of the request")
                .isEqualTo(409);
        attach(browser, link, next);
        assertThat(browser.post("/new-card/attach", Map.of()).body()).contains("Certificat ajouté");
        Visitor in = visitors.anybody();
        assertThat(Visitor.location(holder(next).signIn(in))).isEqualTo("/");
        assertThat(in.get("/account").body()).contains(clerk.email());
    }

    @Test
    void whoAsksLearnsNothingOfWhoHasAnAccount() {
        Person clerk = people.clerk();
        for (String email : List.of(clerk.email(), "personne-" + UUID.randomUUID() + "@exemple.fr")) {
            Visitor browser = visitors.anybody();
            holder(CardHolder.card("Inconnue")).signIn(browser);
            assertThat(Visitor.location(browser.post("/new-card/support", form(email))))
                    .isEqualTo(SENT);
            Visitor desk = visitors.signedIn(people.active(Profile.SUPPORT));
            String request = request(email);
            if (!email.equals(clerk.email())) {
                assertThat(desk.get("/support/certificates/" + request).body())
                        .contains("ne peut être que refusée")
                        .doesNotContain("/approve");
                assertThat(approve(desk, request).statusCode()).isEqualTo(409);
            }
        }
        jobs.runTasks();
    }

    @Test
    void eachFieldThatIsWrongSaysSo() {
        Visitor browser = visitors.anybody();
        holder(CardHolder.card("Inconnue")).signIn(browser);
        var wrong = browser.post(
                "/new-card/support", Map.of("name", "", "email", "sans arobase", "landline", "", "mobile", ""));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"name-error\"")
                .contains("id=\"email-error\"")
                .contains("id=\"landline-error\"");
        assertThat(Visitor.location(visitors.anybody().get("/new-card/support")))
                .as("without a card presented")
                .isEqualTo("/sign-in/card");
        for (int i = 0; i < 5; i++) {
            assertThat(Visitor.location(browser.post("/new-card/support", form("a" + i + "@exemple.fr"))))
                    .isEqualTo(SENT);
        }
        assertThat(browser.post("/new-card/support", form("a6@exemple.fr")).statusCode())
                .as("five a day")
                .isEqualTo(429);
    }

    @Test
    @Tag("O-2")
    void ofTwoOperatorsOneAnswersAndNobodyElseMay() throws Exception {
        Person clerk = people.clerk();
        Visitor browser = visitors.anybody();
        holder(CardHolder.card(clerk.name())).signIn(browser);
        browser.post("/new-card/support", form(clerk.email()));
        String request = request(clerk.email());
        for (Profile profile : List.of(Profile.GREFFIER, Profile.PARTNER, Profile.AUDITOR, Profile.EXPERT)) {
            Visitor stranger = visitors.signedIn(people.active(profile));
            assertThat(stranger.get("/support/certificates/" + request).statusCode())
                    .isEqualTo(403);
            assertThat(approve(stranger, request).statusCode()).isEqualTo(403);
            assertThat(stranger.call("GET", "/api/v1/support/certificate-requests", null)
                            .statusCode())
                    .isEqualTo(403);
        }
        Visitor first = visitors.signedIn(people.active(Profile.SUPPORT));
        Visitor second = visitors.signedIn(people.active(Profile.SUPPORT));
        first.get("/support/certificates/" + request);
        second.get("/support/certificates/" + request);
        var barrier = new CyclicBarrier(2);
        List<Callable<Integer>> both = List.of(
                () -> {
                    barrier.await();
                    return approve(first, request).statusCode();
                },
                () -> {
                    barrier.await();
                    return second.call(
                                    "POST",
                                    "/api/v1/support/certificate-requests/" + request + "/approve",
                                    "{\"checked\":\"Rappelée.\"}")
                            .statusCode();
                });
        int answered = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var status : threads.invokeAll(both)) {
                answered += status.get() < 400 ? 1 : 0;
            }
        }
        assertThat(answered).isEqualTo(1);
        jobs.runTasks();
        assertThat(TestMail.to(clerk.email()).stream()
                        .filter(mail -> TestMail.text(mail).contains("/certificate/"))
                        .count())
                .isEqualTo(1);
        assertThat(second.call(
                                "POST",
                                "/api/v1/support/certificate-requests/" + request + "/refuse",
                                "{\"reason\":\"Non.\"}")
                        .body())
                .contains("card.request-answered");
    }

    @Test
    @Tag("O-2")
    void anOperatorApprovesNoRequestForTheirOwnAccountNorForACardThatIsSomebodys() {
        Person staff = people.clerk();
        UUID own = UUID.fromString(requested(CardHolder.card(staff.name()), staff));
        assertThatThrownBy(() -> requests.approve(asSupport(staff), own, "Je me connais."))
                .extracting("refusal")
                .isEqualTo(CardRefusal.OWN_REQUEST);
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        String late = requested(card, clerk);
        cards.give(people.clerk(), card.certificate());
        Visitor desk = visitors.signedIn(people.active(Profile.SUPPORT));
        assertThat(approve(desk, late).statusCode()).isEqualTo(409);
        jobs.runTasks();
        for (Person asked : List.of(staff, clerk)) {
            assertThat(TestMail.to(asked.email()).stream().map(TestMail::text))
                    .noneMatch(text -> text.contains("/certificate/"));
        }
    }

    @Test
    @Tag("R-1")
    void anAnswerIsInTheJournalAndARefusalIsToldWithItsReason() {
        Person clerk = people.clerk();
        Visitor desk = visitors.signedIn(people.active(Profile.SUPPORT));
        String approved = requested(CardHolder.card(clerk.name()), clerk);
        approve(desk, approved);
        assertThat(facts("certificate.request-approved", approved))
                .singleElement()
                .satisfies(details ->
                        assertThat(details).contains(clerk.id().toString()).doesNotContain(clerk.lastName()));
        String refused = requested(CardHolder.card(clerk.name()), clerk);
        assertThat(desk.post("/support/certificates/" + refused + "/refuse", Map.of("reason", "Numéro inconnu."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(facts("certificate.request-refused", refused)).hasSize(1);
        jobs.runTasks();
        assertThat(TestMail.text(TestMail.newest(clerk.email()))).contains("Numéro inconnu.");
    }

    /** Where the support signs in by card, too. */
    private static Person asSupport(Person person) {
        return new Person(
                person.id(),
                person.email(),
                person.firstName(),
                person.lastName(),
                person.organisationId(),
                person.organisation(),
                Profile.SUPPORT,
                person.state(),
                person.language(),
                person.zone(),
                person.identity());
    }

    /** Somebody who presents that card asks the support. */
    private String requested(Card card, Person person) {
        Visitor browser = visitors.anybody();
        holder(card).signIn(browser);
        assertThat(Visitor.location(browser.post("/new-card/support", form(person.email()))))
                .isEqualTo(SENT);
        return request(person.email());
    }

    private List<String> facts(String kind, String request) {
        return jdbc.sql("select details from event where kind = ? and subject = ?")
                .params(kind, UUID.fromString(request))
                .query(String.class)
                .list();
    }

    @Test
    @Tag("O-2")
    void anOperatorReadsNoContent() {
        Person clerk = people.clerk();
        Message letter = letters.sent(people.partner(), List.of(clerk), Map.of("a.txt", new byte[] {1}));
        String page = "/messages/" + letter.id();
        assertThat(visitors.signedIn(clerk).get(page).statusCode()).isEqualTo(200);
        for (Profile profile : List.of(Profile.SUPPORT, Profile.ADMINISTRATOR)) {
            Visitor desk = visitors.signedIn(people.active(profile));
            assertThat(desk.get(page).statusCode()).isEqualTo(404);
            assertThat(desk.get(page + "/zip").statusCode()).isEqualTo(404);
        }
    }

    private java.net.http.HttpResponse<String> approve(Visitor desk, String request) {
        return desk.post(
                "/support/certificates/" + request + "/approve", Map.of("checked", "Rappelée au greffe, au standard."));
    }

    private static Map<String, String> form(String email) {
        var form = new LinkedHashMap<String, String>();
        form.put("name", "Claire Morel");
        form.put("email", email);
        form.put("landline", "05 56 00 00 00");
        form.put("mobile", "");
        form.put("times", "le matin");
        form.put("words", "Carte perdue hier.");
        return form;
    }

    private String request(String email) {
        return jdbc.sql("select id from certificate_request where email = ? order by asked_at desc limit 1")
                .param(email)
                .query(UUID.class)
                .single()
                .toString();
    }

    private static String serial(Card card) {
        return card.certificate().getSerialNumber().toString(16);
    }

    private void attach(Visitor browser, String link, Card card) {
        String way = Visitor.location(browser.post(link, Map.of()));
        CardHolder.hand(browser, holder(card).pressAt(way));
    }

    private CardHolder holder(Card card) {
        return new CardHolder(listeners.handshakePort(), card);
    }
}
