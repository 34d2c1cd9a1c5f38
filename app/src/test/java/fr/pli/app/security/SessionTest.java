package fr.pli.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Sessions;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class SessionTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    Sessions sessions;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    @Tag("A-5")
    void whoGivesTheRightPasswordIsSignedIn() {
        var visitor = visitors.anybody();
        var answer = visitor.trySignIn(people.clerk().email(), People.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(answer)).isEqualTo("/");
        assertThat(Visitor.location(visitor.get("/"))).isEqualTo("/workspace");
    }

    @Test
    @Tag("A-5")
    void aWrongPasswordIsRefusedAndTheAddressKept() {
        var clerk = people.clerk();
        var visitor = visitors.anybody();
        var answer = visitor.trySignIn(clerk.email(), "Autre-chose-9");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Adresse électronique ou mot de passe incorrect.")
                .contains("value=\"" + clerk.email() + "\"");
        assertThat(visitor.cookie("__Host-pli")).isEmpty();
    }

    @Test
    @Tag("A-9")
    void theAccountPageListsSessionsOpenedElsewhereWithAButtonForEach() {
        var clerk = people.clerk();
        visitors.signedIn(clerk);
        var page = visitors.signedIn(clerk).get("/account");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("cette session").containsPattern("/account/sessions/[^/\"]+/end");
    }

    @Test
    @Tag("A-9")
    void theSessionCookieIsBoundToThisHostOverHttps() {
        var visitor = visitors.anybody();
        var answer = visitor.trySignIn(people.clerk().email(), People.PASSWORD);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("__Host-pli="))
                .singleElement()
                .asString()
                .contains("Secure")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Domain");
    }

    @Test
    @Tag("A-9")
    void theIdentifierIsNewAfterSigningInAndAgainAfterSigningInTwice() {
        var clerk = people.clerk();
        var visitor = visitors.anybody();
        visitor.setCookie("__Host-pli", "cGxhbnRlZC1zZXNzaW9u");
        visitor.signIn(clerk.email(), People.PASSWORD);
        String first = visitor.cookie("__Host-pli").orElseThrow();
        assertThat(first).isNotEqualTo("cGxhbnRlZC1zZXNzaW9u");
        visitor.post("/sign-in", Map.of("email", clerk.email(), "password", People.PASSWORD));
        assertThat(visitor.cookie("__Host-pli").orElseThrow()).isNotEqualTo(first);
        assertThat(sessions.of(clerk.id())).hasSize(1);
    }

    @Test
    @Tag("A-9")
    void theIdentifierStaysTheSameFromPageToPage() {
        var visitor = visitors.signedIn(people.clerk());
        String cookie = visitor.cookie("__Host-pli").orElseThrow();
        visitor.get("/");
        visitor.get("/accessibility");
        assertThat(visitor.cookie("__Host-pli")).contains(cookie);
    }

    @Test
    @Tag("A-9")
    void anIdleSessionEnds() {
        var visitor = visitors.signedIn(people.clerk());
        clock.advance(Duration.ofMinutes(29));
        assertThat(Visitor.location(visitor.get("/"))).isEqualTo("/workspace");
        clock.advance(Duration.ofMinutes(31));
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("A-9")
    void aSessionEndsAfterTwelveHoursHoweverMuchItIsUsed() {
        var visitor = visitors.signedIn(people.clerk());
        for (int i = 0; i < 29; i++) {
            clock.advance(Duration.ofMinutes(24));
            assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        }
        clock.advance(Duration.ofMinutes(25));
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("A-9")
    void theLastAccessIsWrittenOnceAMinuteAtMost() {
        var clerk = people.clerk();
        var visitor = visitors.signedIn(clerk);
        var before = sessions.of(clerk.id()).getFirst().used();
        clock.advance(Duration.ofSeconds(50));
        visitor.get("/");
        assertThat(sessions.of(clerk.id()).getFirst().used()).isEqualTo(before);
        clock.advance(Duration.ofSeconds(11));
        visitor.get("/");
        assertThat(sessions.of(clerk.id()).getFirst().used()).isAfter(before);
    }

    @Test
    @Tag("A-9")
    void signingOutEndsTheSessionOnTheServer() {
        var clerk = people.clerk();
        var visitor = visitors.signedIn(clerk);
        String cookie = visitor.cookie("__Host-pli").orElseThrow();
        assertThat(Visitor.location(visitor.signOut())).isEqualTo("/sign-in?out");
        assertThat(sessions.of(clerk.id())).isEmpty();
        visitor.setCookie("__Host-pli", cookie);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("A-9")
    void everySessionOfAPersonCanBeEndedAtOnce() {
        var clerk = people.clerk();
        var here = visitors.signedIn(clerk);
        var there = visitors.signedIn(clerk);
        assertThat(sessions.endAll(clerk.id(), null)).isEqualTo(2);
        assertThat(here.get("/").statusCode()).isEqualTo(200);
        assertThat(there.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("A-9")
    void whoIsSuspendedIsOutAtTheNextRequest() {
        var clerk = people.clerk();
        var visitor = visitors.signedIn(clerk);
        people.suspend(clerk);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        people.reactivate(clerk);
        assertThat(visitor.get("/").statusCode())
                .as("the session is gone for good")
                .isEqualTo(200);
    }

    @Test
    @Tag("A-9")
    void theDatabaseHoldsNoSessionIdentifierAndStringsOnly() {
        var clerk = people.clerk();
        var visitor = visitors.signedIn(clerk);
        String identifier = new String(java.util.Base64.getDecoder()
                .decode(visitor.cookie("__Host-pli").orElseThrow()));
        assertThat(jdbc.sql("select session_id from SPRING_SESSION")
                        .query(String.class)
                        .list())
                .contains(Sessions.stored(identifier))
                .doesNotContain(identifier);
        assertThat(jdbc.sql("select attribute_bytes from SPRING_SESSION_ATTRIBUTES")
                        .query((row, number) -> new String(row.getBytes(1)))
                        .list())
                .allMatch(value -> value.startsWith("\"") && value.endsWith("\""));
    }

    @Test
    @Tag("A-5")
    void aPageAskedForWithoutASessionIsReachedAfterSigningIn() {
        var visitor = visitors.anybody();
        var answer = visitor.get("/messages/1234?part=2");
        assertThat(Visitor.location(answer)).isEqualTo("/sign-in?next=%2Fmessages%2F1234%3Fpart%3D2");
        var in = visitor.post(
                "/sign-in",
                Map.of("email", people.clerk().email(), "password", People.PASSWORD, "next", "/messages/1234?part=2"));
        assertThat(Visitor.location(in)).isEqualTo("/messages/1234?part=2");
    }

    @Test
    @Tag("Q-6")
    void nobodyIsLedToAnotherSiteAfterSigningIn() {
        var clerk = people.clerk();
        for (String next : new String[] {
            "https://ailleurs.example/",
            "//ailleurs.example/",
            "/\\ailleurs.example",
            "/\t/ailleurs.example",
            "ailleurs",
            "/{x}"
        }) {
            var answer = visitors.anybody()
                    .post("/sign-in", Map.of("email", clerk.email(), "password", People.PASSWORD, "next", next));
            assertThat(Visitor.location(answer)).as(next).isEqualTo("/");
            assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("ailleurs");
        }
    }

    @Test
    @Tag("Q-6")
    void aFormWithoutItsTokenIsRefused() {
        var visitor = visitors.anybody();
        assertThat(visitor.postForm("/sign-in", "email=a%40b.fr&password=x").statusCode())
                .isEqualTo(403);
        var clerk = visitors.signedIn(people.clerk());
        assertThat(clerk.postForm("/sign-out", "").body()).contains("Ce formulaire n’est plus valable");
    }

    @Test
    @Tag("Q-6")
    void theTokenOfAnotherSessionIsRefused() {
        var mine = visitors.signedIn(people.clerk());
        String foreign = visitors.signedIn(people.clerk()).formToken();
        assertThat(mine.postForm("/sign-out", "_csrf=" + foreign).statusCode()).isEqualTo(403);
    }
}
