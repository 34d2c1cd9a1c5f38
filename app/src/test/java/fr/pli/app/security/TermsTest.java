package fr.pli.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.Terms;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
@Tag("A-11")
class TermsTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Terms terms;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    /** Other tests of this application know the shipped version only. */
    @AfterEach
    void back() {
        clock.reset();
        jdbc.sql("delete from terms_acceptance where version > 1").update();
        jdbc.sql("delete from terms_text where version > 1").update();
        jdbc.sql("delete from terms where version > 1").update();
    }

    @Test
    void onFirstUseNothingElseCanBeDoneBeforeTheyAreAccepted() {
        var person = people.who(Profile.PARTNER).withoutTerms().active();
        var visitor = visitors.signedIn(person);
        assertThat(Visitor.location(visitor.get("/messages?page=2"))).isEqualTo("/terms?next=%2Fmessages%3Fpage%3D2");
        assertThat(Visitor.location(visitor.get("/account/password"))).startsWith("/terms");
        var page = visitor.get("/terms?next=/account/password");
        assertThat(page.body()).contains("Accepter et continuer").contains("Conditions générales d’utilisation");
        var accepted = visitor.post("/terms/accept", Map.of("version", "1", "next", "/account/password"));
        assertThat(Visitor.location(accepted)).isEqualTo("/account/password");
        assertThat(visitor.get("/account/password").statusCode()).isEqualTo(200);
        assertThat(journaled(person)).isEqualTo(1);
    }

    @Test
    void theyCanBeReadAndDownloadedWithoutAnAccount() {
        var visitor = visitors.anybody();
        assertThat(visitor.get("/terms").body()).doesNotContain("Accepter et continuer");
        var text = visitor.get("/terms/text?version=1");
        assertThat(text.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment")
                .contains("conditions-1-fr.txt");
        assertThat(text.body()).startsWith("# 1. Objet");
        assertThat(visitor.get("/terms/text?version=99").statusCode()).isEqualTo(404);
    }

    @Test
    void aProgramIsToldByAProblemTypeOfItsOwn() {
        var visitor =
                visitors.signedIn(people.who(Profile.PARTNER).withoutTerms().active());
        var answer = visitor.call("GET", "/api/v1/messages", null);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("urn:pli:problem:terms-not-accepted");
    }

    @Test
    void aNewVersionHasAGracePeriodWithABannerThenItMustBeAccepted() {
        var partner = people.partner();
        terms.publish(people.administrator(), "# Nouveau\n\nTexte.", "# New\n\nText.");
        var visitor = visitors.signedIn(partner);
        assertThat(visitor.get("/account/password").body()).contains("De nouvelles conditions générales");
        clock.advance(Duration.ofDays(29));
        var later = visitors.signedIn(partner);
        assertThat(later.get("/account/password").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofDays(2));
        var tooLate = visitors.signedIn(partner);
        assertThat(Visitor.location(tooLate.get("/account/password"))).startsWith("/terms");
        assertThat(tooLate.call("GET", "/api/v1/messages", null).statusCode()).isEqualTo(403);
        tooLate.post("/terms/accept", Map.of("version", "2"));
        assertThat(tooLate.get("/account/password").body()).doesNotContain("De nouvelles conditions");
    }

    @Test
    void onlyTheLatestVersionCanBeAccepted() {
        var visitor =
                visitors.signedIn(people.who(Profile.PARTNER).withoutTerms().active());
        terms.publish(people.administrator(), "# Nouveau\n\nTexte.", "# New\n\nText.");
        var answer = visitor.post("/terms/accept", Map.of("version", "1"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Une version plus récente");
        assertThat(visitor.post("/terms/accept", Map.of("version", "x")).statusCode())
                .isBetween(400, 404);
    }

    @Test
    @Tag("O-1")
    void anAdministratorPublishesAndNobodyElse() {
        var administrator = visitors.signedIn(people.administrator());
        assertThat(administrator.get("/admin/terms").body()).contains("Publier une nouvelle version");
        var empty = administrator.post("/admin/terms", Map.of("french", "# Seul", "english", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("# Seul").contains("Le texte des conditions manque");
        assertThat(Visitor.location(
                        administrator.post("/admin/terms", Map.of("french", "# A\n\n<b>gras</b>", "english", "# B"))))
                .isEqualTo("/admin/terms");
        assertThat(terms.latest()).isEqualTo(2);
        assertThat(administrator.get("/terms").body()).contains("&lt;b&gt;gras").doesNotContain("<b>gras");
        var partner = visitors.signedIn(people.partner());
        assertThat(partner.get("/admin/terms").statusCode()).isEqualTo(403);
        assertThat(partner.post("/admin/terms", Map.of("french", "x", "english", "y"))
                        .statusCode())
                .isEqualTo(403);
        var support = visitors.signedIn(people.active(Profile.SUPPORT));
        assertThat(support.post("/admin/terms", Map.of("french", "x", "english", "y"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Tag("O-1")
    void theTextsMayComeFromFilesAsABrowserSendsThem() {
        var visitor = visitors.signedIn(people.administrator());
        String body = part("_csrf", visitor.formToken()) + part("french", "") + part("english", "# Typed")
                + "--b\r\nContent-Disposition: form-data; name=\"frenchFile\"; filename=\"cgu.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n# Déposé\r\n--b--\r\n";
        var answer = visitor.call(
                "POST",
                "/admin/terms",
                Map.of("Content-Type", "multipart/form-data; boundary=b"),
                BodyPublishers.ofString(body));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(terms.text(2, Locale.FRENCH).orElseThrow().content()).isEqualTo("# Déposé");
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private int journaled(Person person) {
        return jdbc.sql("select count(*) from event where kind = 'terms.accepted' and actor = :person")
                .param("person", person.id())
                .query(Integer.class)
                .single();
    }
}
