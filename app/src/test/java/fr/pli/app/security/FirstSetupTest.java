package fr.pli.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Fixtures;
import fr.pli.exchange.testing.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** On a database of its own, which begins without anybody. */
@AppTest
@TestPropertySource(properties = "pli.account.setup-lifetime=24h")
@DirtiesContext
@Tag("O-3")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstSetupTest {

    private static final Pattern LINK = Pattern.compile("https://pli\\.test(/setup/\\S{43})");

    @Autowired
    Visitors visitors;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TestClock clock;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    @Order(1)
    void eachStartPrintsAFreshLinkAndTheFormerOneIsDead() {
        String first = printed();
        String second = printed();
        assertThat(second).isNotEqualTo(first);
        assertThat(visitors.anybody().get(first).statusCode()).isEqualTo(410);
        assertThat(visitors.anybody().get(second).body()).contains("Premier administrateur");
    }

    @Test
    @Order(2)
    void theLinkWorksForADay() {
        String link = printed();
        clock.advance(Duration.ofHours(24));
        var visitor = visitors.anybody();
        assertThat(visitor.get(link).statusCode()).isEqualTo(410);
        assertThat(visitor.post(link, form(Map.of())).statusCode()).isEqualTo(410);
    }

    @Test
    @Order(3)
    void whatIsWrongIsSaidAndNothingIsLost() {
        String link = printed();
        var visitor = visitors.anybody();
        var address = visitor.post(link, form(Map.of("email", "pas-une-adresse")));
        assertThat(address.statusCode()).isEqualTo(422);
        assertThat(address.body()).contains("value=\"pas-une-adresse\"").contains("value=\"Greffe &amp; Cie\"");
        assertThat(visitor.post(link, form(Map.of("password", "Nadine-Leroux1", "repeated", "Nadine-Leroux1")))
                        .body())
                .contains("ni votre adresse ni une partie de votre nom");
        assertThat(visitor.post(link, form(Map.of("repeated", "x"))).statusCode())
                .isEqualTo(422);
        assertThat(visitor.get(link).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void itCreatesTheFirstAdministratorOnceAndThenIsDone() {
        String link = printed();
        var visitor = visitors.anybody();
        assertThat(Visitor.location(visitor.post(link, form(Map.of())))).isEqualTo("/sign-in?chosen");
        assertThat(visitors.anybody()
                        .post(link, form(Map.of("email", "autre@exemple.fr")))
                        .statusCode())
                .isEqualTo(410);
        visitor.signIn("nadine.leroux@exemple.fr", "Trois_Ponts-417");
        visitor.post("/terms/accept", Map.of("version", "1"));
        assertThat(visitor.get("/admin/terms").statusCode()).isEqualTo(200);
        assertThat(console()).isEmpty();
    }

    private Map<String, String> form(Map<String, String> other) {
        var form = new HashMap<>(Map.of(
                "email", "nadine.leroux@exemple.fr",
                "firstName", "Nadine",
                "lastName", "Leroux",
                "organisation", "Greffe & Cie",
                "password", "Trois_Ponts-417",
                "repeated", "Trois_Ponts-417"));
        form.putAll(other);
        return form;
    }

    private String printed() {
        var found = LINK.matcher(console());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String console() {
        var bytes = new ByteArrayOutputStream();
        fixtures.announceSetup(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
