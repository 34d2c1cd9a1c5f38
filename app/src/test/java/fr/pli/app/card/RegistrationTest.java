package fr.pli.app.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.CardListeners;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority.Card;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From an unknown card to an account (C-2, C-3). */
@AppTest
@Tag("C-3")
class RegistrationTest {

    private static final String COURT = "Tribunal judiciaire de Bordeaux";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Directory directory;

    @Autowired
    CardListeners listeners;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    @Tag("C-2")
    void anUnknownCertificateIsAskedWhetherThereIsAnAccount() {
        Visitor browser = presented(CardHolder.card("Jeanne Vidal"));
        String page = browser.get("/new-card").body();
        assertThat(page)
                .contains("Nouveau certificat reconnu")
                .contains("Disposez-vous d’un compte ?")
                .contains("Oui, je dispose d’un compte")
                .contains("Non, je ne dispose pas encore de compte")
                .contains("Valider")
                .contains("Jeanne Vidal");
        assertThat(browser.post("/new-card", Map.of()).statusCode()).isEqualTo(422);
        assertThat(Visitor.location(browser.post("/new-card", Map.of("account", "yes"))))
                .isEqualTo("/new-card/known");
        assertThat(browser.get("/new-card/known").body()).contains("Ajouter un certificat");
        assertThat(Visitor.location(browser.post("/new-card", Map.of("account", "no"))))
                .isEqualTo("/new-card/registration");
        assertThat(Visitor.location(browser.get("/account"))).as("still nobody").startsWith("/sign-in");
        clock.advance(Duration.ofMinutes(31));
        assertThat(Visitor.location(browser.get("/new-card")))
                .as("half an hour later")
                .isEqualTo("/sign-in/card");
        assertThat(Visitor.location(visitors.anybody().get("/new-card"))).isEqualTo("/sign-in/card");
    }

    @Test
    void aGreffierRegistersConfirmsAcceptsTheTermsAndIsIn() {
        Card card = CardHolder.card("Jeanne Vidal");
        Visitor browser = presented(card);
        String form = browser.get("/new-card/registration").body();
        assertThat(form)
                .contains("Formulaire d’inscription pour les greffiers / magistrats")
                .contains("CN=Jeanne Vidal")
                .contains("relevez régulièrement");
        String email = address();
        assertThat(Visitor.location(browser.post("/new-card/registration", greffier(email))))
                .isEqualTo("/new-card/sent");
        assertThat(directory.findByEmail(email)).as("pending until confirmed").isEmpty();
        assertThat(Visitor.location(holder(card).signIn(visitors.anybody()))).isEqualTo("/new-card");
        jobs.runTasks();
        String link = link(email, "/registration/");
        Visitor mailReader = visitors.anybody();
        assertThat(mailReader.get(link).body()).contains("Jeanne Vidal").contains(email);
        assertThat(directory.findByEmail(email))
                .as("opening it confirms nothing")
                .isEmpty();
        assertThat(mailReader.post(link, Map.of()).body()).contains("Inscription confirmée");
        Person person = directory.findByEmail(email).orElseThrow();
        assertThat(person.state()).isEqualTo(PersonState.ACTIVE);
        assertThat(person.profile()).isEqualTo(Profile.GREFFIER);
        assertThat(person.organisation()).isEqualTo(COURT);
        for (String kind : List.of("person.registered", "certificate.attached")) {
            assertThat(jdbc.sql("select count(*) from event where kind = ? and actor = ?")
                            .params(kind, person.id())
                            .query(Integer.class)
                            .single())
                    .as(kind)
                    .isOne();
        }
        assertThat(mailReader.get(link).statusCode()).as("once").isEqualTo(410);
        assertThat(mailReader.post(link, Map.of()).statusCode()).isEqualTo(410);
        Visitor in = visitors.anybody();
        assertThat(Visitor.location(holder(card).signIn(in))).isEqualTo("/");
        assertThat(Visitor.location(in.get("/account"))).as("the terms first").startsWith("/terms");
        String terms = in.get("/terms").body();
        assertThat(terms).contains("Accepter et continuer");
        in.post("/terms/accept", Map.of("version", version(terms), "next", "/account"));
        assertThat(in.get("/account").body())
                .contains(email)
                .contains("Jeanne Vidal")
                .contains("05 56 00 00 00")
                .contains("12 rue des Lilas");
    }

    @Test
    void anExpertSaysTheCourtOfAppealAndTheSpecialties() {
        Visitor browser = presented(CardHolder.card("Paul Expert"));
        String email = address();
        var form = new LinkedHashMap<>(greffier(email));
        form.put("profile", "EXPERT");
        form.put("court", "");
        assertThat(browser.post("/new-card/registration", form).body())
                .contains("Choisissez votre juridiction dans la liste")
                .contains("Choisissez une spécialité au moins");
        form.put("appealCourt", "Cour d'appel de Bordeaux");
        form.put("specialties", "A.1.1");
        assertThat(Visitor.location(browser.post("/new-card/registration", form)))
                .isEqualTo("/new-card/sent");
        jobs.runTasks();
        visitors.anybody().post(link(email, "/registration/"), Map.of());
        Person expert = directory.findByEmail(email).orElseThrow();
        assertThat(expert.profile()).isEqualTo(Profile.EXPERT);
        assertThat(expert.organisation()).isEqualTo("Cour d'appel de Bordeaux");
        assertThat(jdbc.sql("select specialties from registration where person = ?")
                        .param(expert.id())
                        .query(String.class)
                        .single())
                .isEqualTo("A.1.1");
    }

    @Test
    void whatIsMissingOrNotAllowedIsSaidAtItsField() {
        Visitor browser = presented(CardHolder.card("Jeanne Vidal"));
        var empty = browser.post("/new-card/registration", Map.of());
        assertThat(empty.statusCode()).isEqualTo(422);
        for (String field : new String[] {"firstName", "lastName", "email", "profile"}) {
            assertThat(empty.body()).contains("id=\"" + field + "-error\"");
        }
        var wrong = new LinkedHashMap<>(greffier("jeanne@ailleurs.example"));
        wrong.put("landline", "appelez-moi");
        wrong.put("court", "Tribunal de nulle part");
        var answer = browser.post("/new-card/registration", wrong);
        assertThat(answer.body()).contains("id=\"landline-error\"").contains("id=\"court-error\"");
        wrong.put("landline", "");
        wrong.put("court", COURT);
        assertThat(browser.post("/new-card/registration", wrong).body())
                .contains("n’est pas admise")
                .contains("inscription.example");
        wrong.put("profile", "ADMINISTRATOR");
        wrong.put("email", address());
        assertThat(browser.post("/new-card/registration", wrong).statusCode())
                .as("no profile but those of the form")
                .isEqualTo(422);
        assertThat(jdbc.sql("select count(*) from registration where email like '%ailleurs.example'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Tag("A-1")
    void anInvitedEntryIsUsedAsTheDirectoryHasIt() {
        Person invited = people.who(Profile.MAGISTRAT).of(COURT).invited();
        Card card = CardHolder.card("Quelqu’un");
        Visitor browser = presented(card);
        assertThat(Visitor.location(browser.post("/new-card/registration", greffier(invited.email()))))
                .isEqualTo("/new-card/sent");
        jobs.runTasks();
        visitors.anybody().post(link(invited.email(), "/registration/"), Map.of());
        Person now = people.now(invited);
        assertThat(now.state()).isEqualTo(PersonState.ACTIVE);
        assertThat(now.profile()).as("not what the form says").isEqualTo(Profile.MAGISTRAT);
        assertThat(now.name()).isEqualTo(invited.name());
        assertThat(holder(card).signIn(visitors.anybody()).statusCode()).isEqualTo(302);
        Person partner = people.who(Profile.PARTNER).invited();
        Visitor other = presented(CardHolder.card("Autre"));
        assertThat(other.post("/new-card/registration", greffier(partner.email()))
                        .statusCode())
                .as("a partner has no card door")
                .isEqualTo(422);
    }

    @Test
    @Tag("A-1")
    void anActiveAccountIsNeverTakenOver() {
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        Visitor browser = presented(card);
        int before = TestMail.to(clerk.email()).size();
        assertThat(Visitor.location(browser.post("/new-card/registration", greffier(clerk.email()))))
                .as("the same answer")
                .isEqualTo("/new-card/sent");
        jobs.runTasks();
        assertThat(TestMail.to(clerk.email())).hasSize(before + 1);
        var mail = TestMail.newest(clerk.email());
        assertThat(TestMail.text(mail)).contains("Ajouter un certificat");
        assertThat(TestMail.links(mail)).noneMatch(link -> link.contains("/registration/"));
        assertThat(Visitor.location(holder(card).signIn(visitors.anybody()))).isEqualTo("/new-card");
        Person suspended = people.who(Profile.GREFFIER).of(COURT).suspended();
        assertThat(Visitor.location(browser.post("/new-card/registration", greffier(suspended.email()))))
                .isEqualTo("/new-card/sent");
        jobs.runTasks();
        assertThat(TestMail.to(suspended.email()))
                .as("no mail to who is not active")
                .isEmpty();
    }

    @Test
    void halfAnHourAfterTheCardWasPresentedItIsPresentedAgain() {
        Visitor browser = presented(CardHolder.card("Jeanne Vidal"));
        clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/new-card/registration").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(Visitor.location(browser.get("/new-card/registration"))).isEqualTo("/sign-in/card");
    }

    @Test
    void theLinkDiesAfterFifteenDaysAndACardSendsFiveMailsADay() {
        Card card = CardHolder.card("Jeanne Vidal");
        Visitor browser = presented(card);
        String email = address();
        browser.post("/new-card/registration", greffier(email));
        jobs.runTasks();
        String link = link(email, "/registration/");
        for (int more = 0; more < 4; more++) {
            assertThat(browser.post("/new-card/registration", greffier(address()))
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(browser.post("/new-card/registration", greffier(address())).statusCode())
                .isEqualTo(429);
        clock.advance(Duration.ofDays(15));
        assertThat(visitors.anybody().post(link, Map.of()).statusCode()).isEqualTo(410);
        assertThat(directory.findByEmail(email)).isEmpty();
    }

    private Map<String, String> greffier(String email) {
        var form = new LinkedHashMap<String, String>();
        form.put("firstName", "Jeanne");
        form.put("lastName", "Vidal");
        form.put("landline", "05 56 00 00 00");
        form.put("mobile", "+33 6 00 00 00 00");
        form.put("email", email);
        form.put("postal", "12 rue des Lilas\n33000 Bordeaux");
        form.put("profile", "GREFFIER");
        form.put("court", COURT);
        return form;
    }

    private static String address() {
        return "jeanne-" + UUID.randomUUID() + "@inscription.example";
    }

    private static String version(String page) {
        var found = java.util.regex.Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    static String link(String email, String start) {
        return TestMail.links(TestMail.newest(email)).stream()
                .map(found -> URI.create(found).getRawPath())
                .filter(path -> path.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    /** A browser that has presented this card. */
    private Visitor presented(Card card) {
        Visitor browser = visitors.anybody();
        assertThat(Visitor.location(holder(card).signIn(browser))).isEqualTo("/new-card");
        return browser;
    }

    private CardHolder holder(Card card) {
        return new CardHolder(listeners.handshakePort(), card);
    }
}
