package fr.pli.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
@Tag("A-10")
class AddressChangeTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    Person partner;
    String fresh;

    @BeforeEach
    void somebodyWhoseOrganisationHasADomain() {
        jdbc.sql("delete from sign_in_throttle").update();
        partner = people.partner();
        allow(partner, "nouveau.exemple.fr");
        fresh = "c" + UUID.randomUUID().toString().substring(0, 8) + "@nouveau.exemple.fr";
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void aNewAddressCountsOnceItIsConfirmedAndTheOldOneIsToldTwice() {
        Visitor visitor = visitors.signedIn(partner);
        assertThat(visitor.get("/account").body()).contains("Changer d&#39;adresse");
        assertThat(Visitor.location(visitor.post("/account/address", Map.of("email", " " + fresh.toUpperCase() + " "))))
                .isEqualTo("/account");
        assertThat(visitor.get("/account").body()).contains(fresh, "attend sa confirmation");
        jobs.runTasks();
        assertThat(TestMail.text(TestMail.newest(partner.email()))).contains("il a été demandé", fresh);
        assertThat(people.now(partner).email()).isEqualTo(partner.email());

        Visitor reader = visitors.anybody();
        String link = link(fresh);
        assertThat(reader.get(link).body()).contains(fresh, partner.lastName());
        assertThat(reader.post(link, Map.of()).body()).contains("Votre adresse est changée");
        assertThat(people.now(partner).email()).isEqualTo(fresh);
        assertThat(people.now(partner).state()).isEqualTo(PersonState.ACTIVE);
        jobs.runTasks();
        assertThat(TestMail.to(partner.email())).hasSize(2);
        assertThat(TestMail.text(TestMail.newest(partner.email()))).contains("désormais " + fresh);
        visitors.anybody().signIn(fresh, People.PASSWORD);
        assertThat(visitors.anybody()
                        .trySignIn(partner.email(), People.PASSWORD)
                        .statusCode())
                .isEqualTo(422);
        assertThat(reader.post(link, Map.of()).statusCode()).as("once").isEqualTo(410);
    }

    @Test
    void lookingAtTheLinkChangesNothing() {
        String link = asked();
        Visitor reader = visitors.anybody();
        reader.get(link);
        reader.call("HEAD", link, Map.of(), BodyPublishers.noBody());
        reader.call("GET", link, Map.of("Sec-Purpose", "prefetch"), BodyPublishers.noBody());
        assertThat(people.now(partner).email()).isEqualTo(partner.email());
        assertThat(reader.post(link, Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void aLinkDiesAfterFifteenDaysByASecondWishAndByKeepingTheAddress() {
        String first = asked();
        String second = asked();
        assertThat(visitors.anybody().get(first).statusCode()).as("replaced").isEqualTo(410);
        clock.advance(Duration.ofDays(15).plusSeconds(1));
        var dead = visitors.anybody().post(second, Map.of());
        assertThat(dead.statusCode()).isEqualTo(410);
        assertThat(dead.body()).contains("Ce lien ne fonctionne plus", "/account/address");
        clock.reset();
        String third = asked();
        Visitor visitor = visitors.signedIn(partner);
        visitor.post("/account/address/cancel", Map.of());
        assertThat(visitors.anybody().post(third, Map.of()).statusCode()).isEqualTo(410);
        assertThat(people.now(partner).email()).isEqualTo(partner.email());
    }

    @Test
    void anAddressOfSomebodyElseIsMailedNothingAndAnsweredAlike() {
        Person other = people.who(Profile.PARTNER).at("d" + fresh).active();
        Visitor visitor = visitors.signedIn(partner);
        var answer = visitor.post("/account/address", Map.of("email", other.email()));
        assertThat(Visitor.location(answer)).isEqualTo("/account");
        jobs.runTasks();
        assertThat(TestMail.to(other.email())).isEmpty();
    }

    @Test
    void anAddressTakenMeanwhileIsRefusedWithASentence() {
        String link = asked();
        people.who(Profile.PARTNER).at(fresh).active();
        var refused = visitors.anybody().post(link, Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(people.now(partner).email()).isEqualTo(partner.email());
    }

    @Test
    void onlyTheDomainsOfTheOrganisationAreAllowed() {
        Visitor visitor = visitors.signedIn(partner);
        for (String wrong : new String[] {
            "a@ailleurs.fr",
            "a@x.nouveau.exemple.fr",
            "a@nouveau.exemple.fr.ailleurs.fr",
            "nouveau.exemple.fr",
            "",
            "\u0000",
            "a".repeat(65_536) + "@nouveau.exemple.fr",
            partner.email()
        }) {
            assertThat(visitor.post("/account/address", Map.of("email", wrong)).statusCode())
                    .as(wrong.length() > 50 ? "long" : wrong)
                    .isEqualTo(422);
        }
        allow(partner, "");
        var closed = visitor.post("/account/address", Map.of("email", fresh));
        assertThat(closed.statusCode()).isEqualTo(403);
        assertThat(visitor.get("/account").body()).doesNotContain("href=\"/account/address\"");
    }

    @Test
    @Tag("Q-6")
    void theTokenIsBoundToItsAccountAndPurposeAndStoredAsAHash() {
        Person other = people.partner();
        String link = asked();
        String token = link.substring("/address/".length());
        assertThat(visitors.anybody().get("/link/" + token).statusCode()).isEqualTo(410);
        assertThat(visitors.anybody().get("/setup/" + token).statusCode()).isEqualTo(410);
        visitors.anybody()
                .post(
                        link,
                        Map.of(
                                "person",
                                other.id().toString(),
                                "email",
                                other.email(),
                                "id",
                                other.id().toString()));
        assertThat(people.now(partner).email()).isEqualTo(fresh);
        assertThat(people.now(other).email()).isEqualTo(other.email());
        assertThat(jdbc.sql("select count(*) from mail where refs like concat('%', :t, '%')")
                        .param("t", token)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Tag("Q-6")
    void aResetLinkSentToTheOldAddressDiesWithIt() {
        visitors.anybody().post("/forgotten", Map.of("email", partner.email()));
        jobs.runTasks();
        String reset = TestMail.links(TestMail.newest(partner.email())).stream()
                .map(found -> URI.create(found).getRawPath())
                .filter(path -> path.startsWith("/link/"))
                .findFirst()
                .orElseThrow();
        visitors.anybody().post(asked(), Map.of());
        assertThat(visitors.anybody().get(reset).statusCode()).isEqualTo(410);
    }

    @Test
    void peopleChangeTheirOwnNameLanguageAndZoneButNeitherProfileNorOrganisation() {
        Visitor visitor = visitors.signedIn(partner);
        assertThat(visitor.get("/account?edit").body()).contains("value=\"" + partner.lastName() + "\"", "Valider");
        var refused = visitor.post(
                "/account", Map.of("firstName", "", "lastName", "Léger", "language", "fr", "zone", "Europe/Paris"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("firstName-error", "value=\"Léger\"");
        visitor.post(
                "/account",
                Map.of(
                        "firstName", "Zoé",
                        "lastName", "Léger",
                        "language", "en",
                        "zone", "Europe/Lisbon",
                        "profile", "ADMINISTRATOR",
                        "organisation", "Tribunal judiciaire de Bordeaux",
                        "state", "SUSPENDED"));
        Person now = people.now(partner);
        assertThat(now.name()).isEqualTo("Zoé Léger");
        assertThat(now.language().getLanguage()).isEqualTo("en");
        assertThat(now.zone().getId()).isEqualTo("Europe/Lisbon");
        assertThat(now.profile()).isEqualTo(Profile.PARTNER);
        assertThat(now.organisationId()).isEqualTo(partner.organisationId());
        assertThat(now.identity()).as("the journal keeps the former name").isNotEqualTo(partner.identity());
    }

    @Test
    @Tag("A-1")
    void anAdministratorSaysWhichDomains() {
        Visitor visitor = visitors.signedIn(people.administrator());
        String page = "/admin/organisations/" + partner.organisationId();
        visitor.post(page + "/domains", Map.of("domains", "@B.exemple.fr, a.exemple.fr\na.exemple.fr"));
        assertThat(visitor.get(page).body()).contains("a.exemple.fr\nb.exemple.fr");
        visitor.post(page + "/domains", Map.of("domains", "pas un domaine"));
        assertThat(visitor.get(page).body()).contains("n&#39;est pas un nom de domaine");
        String api = "/api/v1/organisations/" + partner.organisationId() + "/domains";
        assertThat(visitor.call("PUT", api, "{\"domains\":[\"c.exemple.fr\"]}").body())
                .contains("c.exemple.fr");
        assertThat(visitors.signedIn(partner)
                        .post(page + "/domains", Map.of("domains", "x.fr"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Tag("P-1")
    void theInterfaceDoesWhatThePageDoes() {
        Visitor visitor = visitors.signedIn(partner);
        var asked = visitor.call("POST", "/api/v1/me/address", "{\"email\":\"" + fresh + "\"}");
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(asked.body()).contains("\"waiting\":{\"email\":\"" + fresh + "\"");
        assertThat(visitor.call("DELETE", "/api/v1/me/address", null).statusCode())
                .isEqualTo(204);
        assertThat(visitor.call("GET", "/api/v1/me/address", null).body()).doesNotContain(fresh);
        assertThat(visitor.call("PUT", "/api/v1/me", "{\"lastName\":\"Durand\"}")
                        .body())
                .contains("\"lastName\":\"Durand\"", "\"firstName\":\"" + partner.firstName() + "\"");
    }

    private String asked() {
        Visitor visitor = visitors.signedIn(partner);
        assertThat(visitor.post("/account/address", Map.of("email", fresh)).statusCode())
                .isEqualTo(302);
        jobs.runTasks();
        return link(fresh);
    }

    private static String link(String address) {
        return TestMail.links(TestMail.newest(address)).stream()
                .filter(found -> found.startsWith("https://pli.test/address/"))
                .map(found -> URI.create(found).getRawPath())
                .findFirst()
                .orElseThrow();
    }

    private void allow(Person person, String domains) {
        jdbc.sql("update organisation set domains = :domains where id = :id")
                .param("domains", domains)
                .param("id", person.organisationId())
                .update();
    }
}
