package fr.pli.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class BruteForceTest {

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

    /** All tests come from one address. */
    @BeforeEach
    void aFreshHour() {
        jdbc.sql("delete from sign_in_throttle").update();
    }

    @AfterEach
    void back() {
        clock.reset();
        aFreshHour();
    }

    @Test
    @Tag("A-7")
    void fromTheFifthWrongPasswordOnOneHasToWaitAndIsToldHowLong() {
        var partner = people.partner();
        var visitor = visitors.anybody();
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.trySignIn(partner.email(), "Faux-" + i).statusCode())
                    .isEqualTo(422);
        }
        var answer = visitor.trySignIn(partner.email(), People.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).containsPattern("attendez \\d+ s").contains("value=\"" + partner.email() + "\"");
        clock.advance(Duration.ofSeconds(16));
        visitor.signIn(partner.email(), People.PASSWORD);
    }

    @Test
    @Tag("A-7")
    void aDeviceThatSignedInBeforeIsLetTryWhileAStrangerIsSlowed() {
        var partner = people.partner();
        var own = visitors.signedIn(partner);
        own.signOut();
        fail(partner.email(), 5);
        assertThat(visitors.anybody()
                        .trySignIn(partner.email(), People.PASSWORD)
                        .statusCode())
                .isEqualTo(429);
        own.signIn(partner.email(), People.PASSWORD);
    }

    @Test
    @Tag("A-7")
    void aStolenDeviceCookieIsSlowedOnItsOwn() {
        var partner = people.partner();
        var own = visitors.signedIn(partner);
        own.signOut();
        for (int i = 0; i < 5; i++) {
            assertThat(own.trySignIn(partner.email(), "Faux-" + i).statusCode()).isEqualTo(422);
        }
        assertThat(own.trySignIn(partner.email(), People.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    @Tag("A-7")
    void theDeviceOfOnePersonIsNoneOfAnother() {
        var other = people.partner();
        var own = visitors.signedIn(people.partner());
        own.signOut();
        fail(other.email(), 5);
        assertThat(own.trySignIn(other.email(), People.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    @Tag("A-7")
    void thePersonIsToldByMailOnce() {
        var partner = people.partner();
        fail(partner.email(), 5);
        clock.advance(Duration.ofMinutes(16));
        fail(partner.email(), 1);
        jobs.runTasks();
        assertThat(TestMail.to(partner.email())).hasSize(1);
        assertThat(TestMail.text(TestMail.newest(partner.email()))).contains("plusieurs essais de connexion");
    }

    @Test
    @Tag("A-5")
    void anUnknownAddressIsAnsweredAndSlowedLikeAKnownOne() {
        String known = people.partner().email();
        String unknown = "personne-" + known;
        for (int i = 0; i < 6; i++) {
            assertThat(shape(visitors.anybody().trySignIn(unknown, "Faux-mot-1"), unknown))
                    .isEqualTo(shape(visitors.anybody().trySignIn(known, "Faux-mot-1"), known));
        }
    }

    @Test
    @Tag("A-5")
    void somebodyInvitedWhoHasNoPasswordIsAnsweredLikeAnUnknownOne() {
        String invited = people.who(Profile.PARTNER).invited().email();
        String unknown = "personne-" + invited;
        assertThat(shape(visitors.anybody().trySignIn(invited, ""), invited))
                .isEqualTo(shape(visitors.anybody().trySignIn(unknown, ""), unknown));
    }

    @Test
    @Tag("A-5")
    void whoIsSuspendedIsToldSoOnlyWithTheRightPassword() {
        String email = people.who(Profile.PARTNER).suspended().email();
        assertThat(visitors.anybody().trySignIn(email, "Faux-mot-1").body())
                .contains("incorrect")
                .doesNotContain("actif");
        var right = visitors.anybody().trySignIn(email, People.PASSWORD);
        assertThat(right.statusCode()).isEqualTo(403);
        assertThat(right.body()).contains("Votre compte n’est pas actif");
    }

    @Test
    @Tag("A-7")
    void aSourceThatFailsFiftyTimesHasToWaitWhateverTheAddress() {
        var visitor = visitors.anybody();
        for (int i = 0; i < 50; i++) {
            visitor.trySignIn("inconnu" + i + "@exemple.fr", "Faux-mot-1");
        }
        var answer = visitor.trySignIn(people.partner().email(), People.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("depuis votre connexion au réseau");
    }

    @Test
    @Tag("Q-6")
    void strangeInputGetsASentence() {
        String[] strange = {
            "a".repeat(65_536),
            "a@b.fr\u0000",
            "\u202E@b.fr",
            "' or 1=1 --",
            "<script>alert(1)</script>",
            "%00",
            "a@b.fr\r\nX: y"
        };
        for (String text : strange) {
            assertThat(visitors.anybody().trySignIn(text, "Faux-mot-1").statusCode())
                    .isEqualTo(422);
            assertThat(visitors.anybody()
                            .trySignIn(people.partner().email(), text)
                            .statusCode())
                    .isEqualTo(422);
        }
        var visitor = visitors.anybody();
        String twice = "email=a%40b.fr&email=c%40d.fr&password=x&password=y&email[]=z&_csrf="
                + visitor.formToken().replace("+", "%2B").replace("=", "%3D").replace("/", "%2F");
        assertThat(visitor.postForm("/sign-in", twice).statusCode()).isEqualTo(422);
    }

    @Test
    @Tag("Q-6")
    void whatIsTypedComesBackEscaped() {
        var answer = visitors.anybody().trySignIn("\"><script>alert(1)</script>", "x");
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    private void fail(String email, int times) {
        for (int i = 0; i < times; i++) {
            visitors.anybody().trySignIn(email, "Faux-mot-" + i);
        }
    }

    /** What a stranger sees, without the address and the tokens. */
    private static String shape(HttpResponse<String> answer, String email) {
        return answer.statusCode()
                + answer.body()
                        .replace(email, "")
                        .replaceAll("(content|value)=\"[A-Za-z0-9_=-]{40,}\"", "")
                        .replaceAll("\\d+ s,", "");
    }
}
