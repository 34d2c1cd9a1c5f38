package fr.pli.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Fixtures;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.Sessions;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class PasswordLinkTest {

    private static final String NEW = "Quatre_Moulins-88";
    private static final Map<String, String> CHOSEN = Map.of("password", NEW, "repeated", NEW);

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Sessions sessions;

    @Autowired
    TestClock clock;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aFreshHour() {
        jdbc.sql("delete from sign_in_throttle").update();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    @Tag("A-3")
    void anInvitationLetsChooseThePasswordOnce() {
        var invited = people.who(Profile.PARTNER).invited();
        String link = invitation(invited);
        var visitor = visitors.anybody();
        assertThat(visitor.get(link).body())
                .contains(invited.email())
                .contains("Choisir votre mot de passe")
                .contains("De 8 à 128 caractères");
        assertThat(Visitor.location(visitor.post(link, CHOSEN))).isEqualTo("/sign-in?chosen");
        assertThat(people.now(invited).state()).isEqualTo(PersonState.ACTIVE);
        visitor.signIn(invited.email(), NEW);
        var again = visitors.anybody().post(link, Map.of("password", "Autre_Chose-99", "repeated", "Autre_Chose-99"));
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("Recevoir un nouveau lien");
    }

    @Test
    @Tag("A-3")
    void lookingAtALinkChangesNothing() {
        var invited = people.who(Profile.PARTNER).invited();
        String link = invitation(invited);
        var visitor = visitors.anybody();
        for (int i = 0; i < 3; i++) {
            assertThat(visitor.get(link).statusCode()).isEqualTo(200);
            assertThat(visitor.call("HEAD", link, Map.of(), BodyPublishers.noBody())
                            .statusCode())
                    .isEqualTo(200);
            visitor.call(
                    "GET", link, Map.of("Purpose", "prefetch", "Sec-Purpose", "prefetch"), BodyPublishers.noBody());
        }
        assertThat(people.now(invited).state()).isEqualTo(PersonState.INVITED);
        assertThat(visitor.post(link, CHOSEN).statusCode()).isEqualTo(302);
    }

    @Test
    @Tag("A-3")
    void aLinkWorksForFifteenDaysThenOffersANewOneByMail() {
        var invited = people.who(Profile.PARTNER).invited();
        String link = invitation(invited);
        clock.advance(Duration.ofDays(15).minusSeconds(5));
        assertThat(visitors.anybody().get(link).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(10));
        var visitor = visitors.anybody();
        var dead = visitor.get(link);
        assertThat(dead.statusCode()).isEqualTo(410);
        assertThat(dead.body()).contains("Ce lien ne fonctionne plus").doesNotContain(invited.email());
        assertThat(visitor.post(link, CHOSEN).statusCode()).isEqualTo(410);
        assertThat(Visitor.location(visitor.post(link + "/renew", Map.of()))).isEqualTo("/forgotten/sent");
        jobs.runTasks();
        String fresh = newestLink(invited);
        assertThat(fresh).isNotEqualTo(link);
        assertThat(visitor.post(fresh, CHOSEN).statusCode()).isEqualTo(302);
    }

    @Test
    @Tag("A-3")
    void anInventedLinkIsADeadOneAndMailsNobody() {
        var visitor = visitors.anybody();
        String invented = "/link/" + "A".repeat(43);
        assertThat(visitor.get(invented).statusCode()).isEqualTo(410);
        assertThat(Visitor.location(visitor.post(invented + "/renew", Map.of())))
                .isEqualTo("/forgotten/sent");
        jobs.runTasks();
        for (String odd : new String[] {"/link/x", "/link/" + "a".repeat(4000), "/link/%F0%9F%A6%8A"}) {
            assertThat(visitor.get(odd).statusCode()).as(odd).isEqualTo(410);
        }
    }

    @Test
    @Tag("A-5")
    void aForgottenPasswordIsChosenAnewAndEverySessionEnds() {
        var partner = people.partner();
        var elsewhere = visitors.signedIn(partner);
        var visitor = visitors.anybody();
        assertThat(Visitor.location(visitor.post("/forgotten", Map.of("email", partner.email()))))
                .isEqualTo("/forgotten/sent");
        jobs.runTasks();
        String link = newestLink(partner);
        assertThat(visitor.post(link, CHOSEN).statusCode()).isEqualTo(302);
        assertThat(sessions.of(partner.id())).isEmpty();
        assertThat(elsewhere.get("/").statusCode()).isEqualTo(200);
        assertThat(visitors.anybody()
                        .trySignIn(partner.email(), People.PASSWORD)
                        .statusCode())
                .isEqualTo(422);
        visitor.signIn(partner.email(), NEW);
        jobs.runTasks();
        assertThat(TestMail.subject(TestMail.newest(partner.email()))).contains("Votre mot de passe a été changé");
    }

    @Test
    @Tag("A-5")
    void whoeverIsAskedForTheAnswerAndTheWorkAreTheSame() {
        var answers = new java.util.HashSet<String>();
        int before = requests();
        for (String email : new String[] {
            people.partner().email(),
            people.who(Profile.PARTNER).invited().email(),
            people.who(Profile.PARTNER).suspended().email(),
            "personne@exemple.fr",
            "",
            "a".repeat(65_536),
            "\u0000"
        }) {
            var answer = visitors.anybody().post("/forgotten", Map.of("email", email));
            answers.add(answer.statusCode() + Visitor.location(answer) + answer.body());
        }
        assertThat(answers).hasSize(1);
        assertThat(requests() - before).as("one row each, looked up later").isEqualTo(7);
        jobs.runTasks();
        assertThat(requests()).isZero();
    }

    @Test
    @Tag("A-5")
    void whoIsSuspendedGetsNoLink() {
        var suspended = people.who(Profile.PARTNER).suspended();
        visitors.anybody().post("/forgotten", Map.of("email", suspended.email()));
        jobs.runTasks();
        assertThat(TestMail.to(suspended.email())).isEmpty();
    }

    @Test
    @Tag("A-5")
    void askingManyTimesMailsOnce() {
        var partner = people.partner();
        for (int i = 0; i < 5; i++) {
            visitors.anybody()
                    .post("/forgotten", Map.of("email", partner.email().toUpperCase(Locale.ROOT)));
            jobs.runTasks();
        }
        assertThat(TestMail.to(partner.email())).hasSize(1);
    }

    @Test
    @Tag("A-5")
    void aLinkOfSomebodySuspendedMeanwhileIsDead() {
        var partner = people.partner();
        String link = reset(partner);
        people.suspend(partner);
        assertThat(visitors.anybody().get(link).statusCode()).isEqualTo(410);
        assertThat(visitors.anybody().post(link, CHOSEN).statusCode()).isEqualTo(410);
    }

    @Test
    @Tag("Q-6")
    void theLinkInTheMailNeverComesFromTheHostHeader() throws Exception {
        var partner = people.partner();
        var visitor = visitors.anybody();
        String form = "email=" + partner.email() + "&_csrf=" + java.net.URLEncoder.encode(visitor.formToken(), "UTF-8");
        visitor.call(
                "POST",
                "/forgotten",
                Map.of(
                        "Content-Type", "application/x-www-form-urlencoded",
                        "X-Forwarded-Host", "ailleurs.example",
                        "X-Forwarded-Proto", "http",
                        "Forwarded", "host=ailleurs.example"),
                BodyPublishers.ofString(form));
        jobs.runTasks();
        assertThat(TestMail.links(TestMail.newest(partner.email())))
                .isNotEmpty()
                .allMatch(link -> link.startsWith("https://pli.test/"));
    }

    @Test
    @Tag("Q-6")
    void theTokenOfOnePersonChangesNothingOfAnother() {
        var one = people.partner();
        var other = people.partner();
        String link = reset(one);
        visitors.anybody()
                .post(
                        link,
                        Map.of(
                                "password",
                                NEW,
                                "repeated",
                                NEW,
                                "email",
                                other.email(),
                                "person",
                                other.id().toString(),
                                "username",
                                other.email()));
        visitors.anybody().signIn(other.email(), People.PASSWORD);
        visitors.anybody().signIn(one.email(), NEW);
    }

    @Test
    @Tag("Q-6")
    void anInvitationIsNoResetAndAResetNoSetup() {
        var invited = people.who(Profile.PARTNER).invited();
        String link = invitation(invited);
        assertThat(visitors.anybody().get(link.replace("/link/", "/setup/")).statusCode())
                .isEqualTo(410);
        fixtures.activateWithPassword(invited.id(), People.PASSWORD);
        assertThat(visitors.anybody().post(link, CHOSEN).statusCode())
                .as("the account has a password by now: only a reset changes it")
                .isEqualTo(410);
    }

    @Test
    @Tag("A-3")
    void aRefusedPasswordLeavesTheLinkAlive() {
        var invited = people.who(Profile.PARTNER).invited();
        String link = invitation(invited);
        var visitor = visitors.anybody();
        var weak = visitor.post(link, Map.of("password", "azerty123", "repeated", "azerty123"));
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("parmi les plus courants").doesNotContain("azerty123");
        assertThat(visitor.post(link, Map.of("password", NEW, "repeated", NEW + "x"))
                        .body())
                .contains("Les deux saisies du mot de passe diffèrent");
        assertThat(visitor.post(link, CHOSEN).statusCode()).isEqualTo(302);
    }

    @Test
    @Tag("A-6")
    void aPasswordOf128CharactersOutsideTheBasicPlaneSignsIn() {
        var invited = people.who(Profile.PARTNER).invited();
        String longest = "🦊kZ7".repeat(32);
        visitors.anybody().post(invitation(invited), Map.of("password", longest, "repeated", longest));
        visitors.anybody().signIn(invited.email(), longest);
        assertThat(visitors.anybody()
                        .trySignIn(invited.email(), longest.substring(0, longest.length() - 1))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @Tag("A-3")
    void theDatabaseHoldsNoToken() {
        var partner = people.partner();
        String token = reset(partner).substring("/link/".length());
        assertThat(jdbc.sql("select count(*) from one_time_link where person = :p and hash = unhex(sha2(:t, 256))")
                        .param("p", partner.id())
                        .param("t", token)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from mail where refs like concat('%', :t, '%')")
                        .param("t", token)
                        .query(Integer.class)
                        .single())
                .as("wiped once the mail was accepted")
                .isZero();
    }

    @Test
    @Tag("A-5")
    void changingItInTheAccountPageEndsEveryOtherSessionAndIsMailed() {
        var partner = people.partner();
        var here = visitors.signedIn(partner);
        var elsewhere = visitors.signedIn(partner);
        var wrong = here.post("/account/password", Map.of("present", "Faux-mot-1", "password", NEW, "repeated", NEW));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Le mot de passe actuel est incorrect");
        var right =
                here.post("/account/password", Map.of("present", People.PASSWORD, "password", NEW, "repeated", NEW));
        assertThat(Visitor.location(right)).isEqualTo("/account");
        assertThat(elsewhere.get("/").statusCode()).isEqualTo(200);
        assertThat(Visitor.location(here.get("/"))).isEqualTo("/messages");
        jobs.runTasks();
        assertThat(TestMail.subject(TestMail.newest(partner.email()))).contains("Votre mot de passe a été changé");
    }

    @Test
    @Tag("Q-9")
    void mailsSpeakTheLanguageOfTheirReader() {
        var english = people.who(Profile.PARTNER).speaking(Locale.ENGLISH).invited();
        invitation(english);
        assertThat(TestMail.subject(TestMail.newest(english.email()))).contains("Choose your password");
        assertThat(TestMail.text(TestMail.newest(english.email()))).contains("The link works once, until");
    }

    private String invitation(Person person) {
        fixtures.invite(person.id());
        jobs.runTasks();
        return newestLink(person);
    }

    private String reset(Person person) {
        visitors.anybody().post("/forgotten", Map.of("email", person.email()));
        jobs.runTasks();
        return newestLink(person);
    }

    private static String newestLink(Person person) {
        return TestMail.links(TestMail.newest(person.email())).stream()
                .map(link -> URI.create(link).getRawPath())
                .filter(path -> path.startsWith("/link/"))
                .findFirst()
                .orElseThrow();
    }

    private int requests() {
        return jdbc.sql("select count(*) from link_request")
                .query(Integer.class)
                .single();
    }
}
