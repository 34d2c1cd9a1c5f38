package fr.pli.app.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What sender and recipient do with a message that has left, by the pages without a script and by the interface. */
@AppTest
class SentMessageHttpTest {

    private static final byte[] ORDER = "Ordonnance.".getBytes(StandardCharsets.UTF_8);

    @Autowired
    People people;

    @Autowired
    Visitors visitors;

    @Autowired
    Letters letters;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    private Person clerk;
    private Person partner;
    private Message message;
    private Visitor office;
    private Visitor outside;
    private String page;
    private String api;

    @BeforeEach
    void aLetter() {
        clerk = people.clerk();
        partner = people.partner();
        message = letters.sent(clerk, List.of(partner), Map.of("ordonnance.pdf", ORDER));
        office = visitors.signedIn(clerk);
        outside = visitors.signedIn(partner);
        page = "/messages/" + message.id();
        api = "/api/v1" + page;
    }

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    @Tag("X-8")
    @Tag("Q-7")
    void theSenderExtendsAndShortensOnThePageAndTheButtonExplainsTheLimit() {
        assertThat(office.get(page).body()).contains("Prolonger", "Raccourcir", "30 jours");
        assertThat(office.post(page + "/lifetime", Map.of("days", "30")).statusCode())
                .isEqualTo(302);
        assertThat(office.get(page).body())
                .contains(
                        "La fin du message a changé",
                        "la durée la plus longue autorisée",
                        "aria-describedby=\"extend-why\"");
        var refused = office.post(page + "/lifetime", Map.of("days", "31"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("de 1 à 30 jours", "Qui a reçu quoi");
        assertThat(office.post(page + "/lifetime", Map.of("days", "beaucoup")).statusCode())
                .isEqualTo(422);
        assertThat(office.post(page + "/lifetime", Map.of("days", "2")).statusCode())
                .isEqualTo(302);
        assertThat(outside.get(page).body()).contains("reste 47");
        assertThat(outside.post(page + "/lifetime", Map.of("days", "5")).statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("X-8")
    @Tag("X-2")
    void theSenderAddsARecipientAndWhatIsRefusedKeepsWhatWasTyped() {
        Person other = people.partner();
        var refused = office.post(page + "/recipients", Map.of("addresses", "inconnu@exemple.org"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("absente de l", ">inconnu@exemple.org</textarea>");
        assertThat(office.post(page + "/recipients", Map.of("addresses", other.email()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(office.get(page).body()).contains(other.lastName(), "Destinataire ajouté");
        assertThat(visitors.signedIn(other).get("/messages").body()).contains("Pièces du dossier");
    }

    @Test
    @Tag("X-8")
    void theSenderRemindsWhoHasNotCollectedAndThePageSaysWhen() {
        assertThat(office.get(page).body()).contains("Relancer ceux qui n&#39;ont pas tout retiré");
        assertThat(office.post(
                                page + "/reminders",
                                Map.of("person", partner.id().toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(office.get(page).body())
                .contains("Un destinataire est relancé", "relancé", "nouvelle relance possible", "remind-why");
        office.post(page + "/reminders", Map.of());
        assertThat(office.get(page).body()).contains("peut être relancé une fois par 24 heures");
        assertThat(outside.post(page + "/reminders", Map.of()).statusCode()).isEqualTo(404);
        assertThat(office.get(api + "/receipts").body()).contains("\"reminded\":[{\"at\":");
    }

    @Test
    @Tag("X-9")
    @Tag("N-6")
    void aRecipientAsksForTimeTheSenderFindsItBehindTheBellAndGrantsItInOneClick() {
        assertThat(outside.get(page).body()).doesNotContain("time-requests");
        clock.advance(Duration.ofDays(13));
        outside = visitors.signedIn(partner);
        office = visitors.signedIn(clerk);
        assertThat(outside.get(page).body()).contains("Demander un délai");
        outside.post(page + "/time-requests", Map.of("reason", "Service <fermé>"));
        assertThat(outside.get(page).body())
                .contains("est transmise", "sans réponse pour l&#39;instant", "Service &lt;fermé&gt;");
        var again = outside.post(page + "/time-requests", Map.of("reason", ""));
        assertThat(again.statusCode()).isEqualTo(409);

        assertThat(office.get("/notices").body())
                .contains(partner.name() + " demande un délai pour « Pièces du dossier »", page);
        String shown = office.get(page).body();
        assertThat(shown).contains("demande un délai", "Accorder le délai");
        String request = shown.replaceAll("(?s).*/time-requests/([0-9a-f-]{36})/grant.*", "$1");
        assertThat(visitors.signedIn(people.clerk())
                        .post(page + "/time-requests/" + request + "/grant", Map.of("days", "22"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.post(page + "/time-requests/" + request + "/grant", Map.of("days", "22"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(office.get(page).body()).doesNotContain("Accorder le délai");
        assertThat(outside.get(page).body()).contains("accordé");
        assertThat(outside.get("/notices").body()).contains("vous accorde un délai");
    }

    @Test
    @Tag("X-9")
    void theSenderDeclinesWithAWordThatTheRecipientReads() {
        clock.advance(Duration.ofDays(13));
        outside = visitors.signedIn(partner);
        office = visitors.signedIn(clerk);
        outside.post(page + "/time-requests", Map.of());
        String request = office.get(page).body().replaceAll("(?s).*/time-requests/([0-9a-f-]{36})/decline.*", "$1");
        var refused = office.post(page + "/time-requests/" + request + "/decline", Map.of("word", "x".repeat(501)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("500 caractères au plus", "x".repeat(501));
        office.post(page + "/time-requests/" + request + "/decline", Map.of("word", "Le dossier est clos."));
        assertThat(outside.get(page).body()).contains("non accordé", "Le dossier est clos.");
        assertThat(office.post(page + "/time-requests/" + request + "/grant", Map.of("days", "22"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    @Tag("X-9")
    void aRecipientAnswersInTheThreadThatBothSidesSee() {
        var answer = outside.post(page + "/answer", Map.of());
        assertThat(Visitor.location(answer)).startsWith("/messages/drafts/");
        String draft = Visitor.location(answer);
        assertThat(outside.get(draft).body()).contains("Re : Pièces du dossier", clerk.email());
        outside.post(
                draft,
                Map.of(
                        "recipients", clerk.email(),
                        "subject", "Re : Pièces du dossier",
                        "comment", "Bien reçu.",
                        "days", "15",
                        "send", "true"));
        String reply = draft.replace("/drafts", "");
        assertThat(office.get(page).body()).contains("Fil", "Re : Pièces du dossier", reply);
        assertThat(office.get(reply).body()).contains("Bien reçu.", page, "ce message");
        assertThat(outside.get(page).body()).contains(reply);
        assertThat(outside.get(api + "/thread").body()).contains(message.id().toString(), "\"next\":null");
        assertThat(visitors.signedIn(people.partner())
                        .post(page + "/answer", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("X-9")
    void aRecipientTakesAMessageOutOfTheirOwnBoxAndPutsItBack() {
        outside.post(page + "/remove", Map.of());
        assertThat(outside.get(page).body()).contains("est retiré de votre boîte", "Remettre dans ma boîte");
        assertThat(outside.get("/messages").body()).doesNotContain(page);
        assertThat(outside.get("/messages?filter=removed").body()).contains(page);
        assertThat(office.get(page).body()).doesNotContain("Message retiré de sa boîte");
        outside.post(page + "/restore", Map.of());
        assertThat(outside.get("/messages").body()).contains(page);
        assertThat(office.post(page + "/remove", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("R-4")
    void whatWasNotCollectedStandsOnThePageAndInTheInterface() {
        outside.get(page);
        jobs.runTasks();
        clock.moveTo(message.endsAt());
        jobs.runTasks();
        clock.advance(Duration.ofSeconds(61));
        jobs.runTasks();
        office = visitors.signedIn(clerk);
        assertThat(office.get(page).body())
                .contains("À l&#39;échéance", "non retiré", "notifié le", "vu le", "Non retiré à l&#39;échéance");
        assertThat(office.get(api + "/uncollected").body())
                .contains(
                        "\"files\":1",
                        "\"complete\":0",
                        "\"percent\":0",
                        partner.id().toString());
        assertThat(office.get("/notices").body()).contains("a expiré sans être entièrement retiré");
        assertThat(visitors.signedIn(partner).get(api + "/uncollected").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("N-6")
    @Tag("Q-7")
    void theBellCountsWhatIsNewAndOpeningTheMessageOrMarkingMakesItOld() {
        Visitor reader = visitors.signedIn(people.partner());
        assertThat(reader.get("/notices").body()).contains("Aucun avis pour l");
        assertThat(outside.get("/messages").body()).contains("bi-bell").containsPattern("bi-bell(?s:.{0,200})badge-n");
        outside.get(page);
        assertThat(outside.get("/messages").body()).doesNotContainPattern("bi-bell(?s:.{0,200})badge-n");
        assertThat(outside.get("/notices").body()).contains("vous a adressé « Pièces du dossier »", ">lu<");

        String unread = office.get("/notices").body();
        String notice = unread.replaceAll("(?s).*?/notices/([0-9a-f-]{36})/read.*", "$1");
        office.post("/notices/" + notice + "/read", Map.of());
        office.post("/notices/read", Map.of());
        assertThat(office.get("/notices").body()).doesNotContain("/read\"");
        assertThat(office.get("/api/v1/me/notices?limit=1").body())
                .contains("\"unread\":0", "\"items\":[{", "\"next\":\"");
        assertThat(office.call("POST", "/api/v1/me/notices/" + UUID.randomUUID() + "/read", null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("P-1")
    void theInterfaceHasEverythingThePagesHave() {
        Person other = people.partner();
        assertThat(office.get(api + "/lifetime").body()).contains("\"days\":15", "\"most\":30");
        assertThat(office.call("PUT", api + "/lifetime", "{\"days\":2}").body()).contains("\"days\":2");
        assertThat(office.call("PUT", api + "/lifetime", "{}").statusCode()).isEqualTo(422);
        assertThat(office.call("POST", api + "/recipients", "{\"recipients\":[\"" + other.email() + "\"]}")
                        .body())
                .isEqualTo("{\"added\":1}");
        assertThat(office.call("POST", api + "/reminders", null).body()).isEqualTo("{\"reminded\":2}");
        assertThat(office.call("POST", api + "/reminders", "{\"people\":[]}").statusCode())
                .isEqualTo(409);
        assertThat(outside.call("POST", api + "/time-requests", "{\"reason\":\"Congés\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(visitors.signedIn(other).get(api + "/time-requests").body()).contains("\"items\":[]");
        String asked = office.get(api + "/time-requests").body();
        assertThat(asked).contains("Congés", "\"state\":\"OPEN\"");
        String request = asked.replaceAll(".*\"items\":\\[\\{\"id\":\"([0-9a-f-]{36})\".*", "$1");
        assertThat(office.call("POST", api + "/time-requests/" + request + "/grant", "{\"days\":9}")
                        .body())
                .contains("\"state\":\"GRANTED\"");
        assertThat(outside.call("POST", api + "/answer", null).statusCode()).isEqualTo(201);
        assertThat(outside.call("POST", api + "/remove", null).statusCode()).isEqualTo(204);
        assertThat(outside.get("/api/v1/messages?filter=removed").body())
                .contains(message.id().toString());
        assertThat(outside.call("POST", api + "/restore", null).statusCode()).isEqualTo(204);
    }

    @Test
    @Tag("P-1")
    void foreignAndUnknownIdsAnswerTheSame() {
        Visitor stranger = visitors.signedIn(people.who(Profile.LAWYER).active());
        UUID request = UUID.randomUUID();
        for (String call : List.of(
                "GET /lifetime",
                "PUT /lifetime",
                "POST /recipients",
                "POST /reminders",
                "GET /time-requests",
                "POST /time-requests",
                "POST /time-requests/" + request + "/grant",
                "POST /time-requests/" + request + "/decline",
                "GET /thread",
                "POST /answer",
                "POST /remove",
                "POST /restore",
                "GET /uncollected")) {
            String method = call.substring(0, call.indexOf(' '));
            String path = call.substring(call.indexOf(' ') + 1);
            var foreign = stranger.call(method, api + path, "{}");
            var unknown = stranger.call(method, "/api/v1/messages/" + UUID.randomUUID() + path, "{}");
            assertThat(foreign.statusCode()).as(call).isEqualTo(404);
            assertThat(told(foreign)).as(call).isEqualTo(told(unknown));
        }
    }

    private static String told(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
