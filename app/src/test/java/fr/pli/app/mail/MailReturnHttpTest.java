package fr.pli.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailFate;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
@Tag("X-8")
@Tag("O-4")
class MailReturnHttpTest {

    private static final String PATH = "/api/v1/mail-returns";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Outbox outbox;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    private UUID subject;
    private Person reader;
    private UUID mail;

    @BeforeEach
    void aMailThatLeft() {
        reader = people.partner();
        subject = reader.id();
        mail = outbox.stage(new Letter(
                reader.email(), reader.id(), reader.language(), "signin-password-changed", subject, Map.of()));
        jobs.runTasks();
        assertThat(fate()).isEqualTo(MailFate.State.ACCEPTED);
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aReportWithTheSecretIsTakenAndAdministratorsSeeIt() {
        var answer = report(AppTest.RETURNS_SECRET, items(item("failed")));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"bound\":1,\"unknown\":0}");
        assertThat(fate()).isEqualTo(MailFate.State.BOUNCED);

        clock.advance(Duration.ofMinutes(90));
        var page = visitors.signedIn(people.administrator()).get("/admin/state");
        assertThat(page.body())
                .contains(
                        reader.email(),
                        "revenu, non remis au destinataire",
                        "La boîte aux lettres du destinataire est pleine.");
        assertThat(visitors.signedIn(people.administrator())
                        .get("/admin/directory/" + reader.id())
                        .body())
                .contains("n&#39;a pas été remis", "La boîte aux lettres du destinataire est pleine.");
    }

    @Test
    void withoutTheRightSecretNothingIsReadOrChanged() {
        for (String secret : new String[] {null, "", "faux", AppTest.RETURNS_SECRET + "x"}) {
            var answer = report(secret, items(item("failed")));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("urn:pli:problem:mail.returns-secret");
            assertThat(report(secret, "{").statusCode())
                    .as("the body is not read")
                    .isEqualTo(401);
        }
        assertThat(fate()).isEqualTo(MailFate.State.ACCEPTED);
    }

    @Test
    void whatIsMalformedOrNotOursHasNoEffect() {
        for (String body : new String[] {"", "{", "[]", "{\"items\":7}", "{\"items\":[{\"messageId\":[]}]}"}) {
            assertThat(report(AppTest.RETURNS_SECRET, body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        var unknown = report(
                AppTest.RETURNS_SECRET,
                items("{},null,{\"messageId\":\"<x@y>\",\"action\":\"failed\"}," + item("eaten") + ","
                        + item("failed").replace(reader.email(), "autre@exemple.fr")));
        assertThat(unknown.body()).isEqualTo("{\"bound\":0,\"unknown\":5}");
        var many = report(AppTest.RETURNS_SECRET, items("{},".repeat(1000) + "{}"));
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(many.body()).contains("1 000".replace(' ', '\u202f'));
        assertThat(fate()).isEqualTo(MailFate.State.ACCEPTED);
    }

    private HttpResponse<String> report(String secret, String body) {
        Visitor operator = visitors.anybody();
        var headers = new java.util.HashMap<String, String>();
        headers.put("Content-Type", "application/json");
        if (secret != null) {
            headers.put("X-Pli-Secret", secret);
        }
        return operator.call("POST", PATH, headers, BodyPublishers.ofString(body));
    }

    private String item(String action) {
        return """
                {"messageId":"<%s@pli.test>","recipient":"%s","action":"%s","status":"5.2.2","diagnostic":"552 5.2.2 full"}""".formatted(mail, reader.email(), action);
    }

    private static String items(String items) {
        return "{\"items\":[" + items + "]}";
    }

    private MailFate.State fate() {
        return outbox.about(subject).getLast().state();
    }
}
