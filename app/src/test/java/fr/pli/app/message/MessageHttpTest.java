package fr.pli.app.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class MessageHttpTest {

    @Autowired
    People people;

    @Autowired
    Visitors visitors;

    @Test
    @Tag("X-1")
    @Tag("X-6")
    @Tag("Q-7")
    void aMessageIsWrittenSentAndFoundWithoutAScript() {
        Person clerk = people.clerk();
        Person partner = people.partner();
        Visitor browser = visitors.signedIn(clerk);
        assertThat(browser.get("/messages/new").body()).contains("Nouveau message", "Durée de vie", "Destinataires");

        var sent = browser.post("/messages/new", form(partner.email(), "Pièces du dossier", "15", true));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(sent)).matches("/messages/[0-9a-f-]{36}");

        assertThat(browser.get("/messages/sent").body()).contains("Pièces du dossier", "PLI-20");
        Visitor reader = visitors.signedIn(partner);
        assertThat(reader.get("/messages").body())
                .contains("Messages reçus", "Pièces du dossier", "1 non lu", clerk.name())
                .doesNotContain("reçu aucun message");
        assertThat(reader.get("/messages?q=pieces+DOSS").body()).contains("Pièces du dossier");
        assertThat(reader.get("/messages?q=absent").body()).contains("Aucun message ne correspond");
    }

    @Test
    @Tag("X-2")
    @Tag("X-4")
    void whatIsRefusedIsShownWithItsSentenceAndEverythingThatWasTyped() {
        Person clerk = people.clerk();
        Visitor browser = visitors.signedIn(clerk);
        String partner = people.partner().email();

        var unknown = browser.post("/messages/new", form("inconnu@exemple.org", "Sujet gardé", "15", true));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("inconnu@exemple.org", "Sujet gardé", "absente de l");
        for (String days : new String[] {"0", "16", "beaucoup", ""}) {
            var lifetime = browser.post("/messages/new", form(partner, "Sujet gardé", days, true));
            assertThat(lifetime.statusCode()).isEqualTo(422);
            assertThat(lifetime.body()).contains("La durée de vie va de 1 à 15 jours.", "Sujet gardé");
        }
        assertThat(browser.get("/messages/drafts").body()).contains("Aucun brouillon");
        assertThat(browser.get("/messages/sent").body()).doesNotContain("Sujet gardé");
    }

    @Test
    @Tag("X-10")
    @Tag("P-1")
    void theInterfaceKeepsADraftAnswersWhatIsNewOnlyAndSendsOnce() {
        Person clerk = people.clerk();
        Person partner = people.partner();
        Visitor browser = visitors.signedIn(clerk);
        String words = "{\"recipients\":[\"%s\"],\"subject\":\"Par programme\",\"comment\":\"Texte\",\"days\":2}"
                .formatted(partner.email());

        var created = browser.call("POST", "/api/v1/drafts", words);
        assertThat(created.statusCode()).isEqualTo(201);
        String draft = Visitor.location(created);
        var shown = browser.get(draft);
        assertThat(shown.body()).contains("\"sendable\":true", "\"state\":\"DRAFT\"");
        String etag = shown.headers().firstValue("ETag").orElseThrow();
        assertThat(browser.call("GET", draft, Map.of("If-None-Match", etag), BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(304);
        assertThat(browser.get("/messages/drafts").body()).contains("Par programme");

        assertThat(browser.call("POST", draft + "/send", null).body()).contains("\"state\":\"SENT\"");
        assertThat(browser.call("POST", draft + "/send", null).body()).contains("\"state\":\"SENT\"");
        var list = browser.get("/api/v1/messages?box=sent");
        assertThat(Pattern.compile("Par programme").matcher(list.body()).results())
                .hasSize(1);
        assertThat(browser.call("PUT", draft, words).statusCode()).isEqualTo(409);
        assertThat(browser.get(draft.replace("/api/v1/drafts/", "/messages/drafts/"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    @Tag("X-1")
    @Tag("P-1")
    void foreignUnknownAndMalformedIdsAnswerTheSame() {
        Person clerk = people.clerk();
        String draft = Visitor.location(visitors.signedIn(clerk).call("POST", "/api/v1/drafts", "{}"));
        String foreign = draft.substring(draft.lastIndexOf('/') + 1);
        Visitor stranger = visitors.signedIn(people.clerk());
        for (String path : new String[] {"/api/v1/drafts/", "/api/v1/messages/"}) {
            for (String method : new String[] {"GET", "DELETE"}) {
                var unknown = stranger.call(method, path + UUID.randomUUID(), null);
                var other = stranger.call(method, path + foreign, null);
                assertThat(other.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
                assertThat(told(other)).isEqualTo(told(unknown));
                assertThat(stranger.call(method, path + "pas-un-id", null).statusCode())
                        .isEqualTo(404);
            }
        }
        assertThat(stranger.get("/messages/drafts/" + foreign).statusCode()).isEqualTo(404);
    }

    private static String told(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private static Map<String, String> form(String to, String subject, String days, boolean send) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("recipients", to);
        fields.put("subject", subject);
        fields.put("comment", "Bonjour");
        fields.put("days", days);
        fields.put("send", Boolean.toString(send));
        return fields;
    }
}
