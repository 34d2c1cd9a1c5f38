package fr.pli.app.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.delegation.Delegations;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class DelegationHttpTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    Delegations delegations;

    @Autowired
    Outbox outbox;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final byte[] content = "contenu".repeat(500).getBytes();
    private Person giver;
    private Person holder;
    private Person partner;
    private Visitor z;

    @AfterEach
    void now() {
        clock.reset();
    }

    @BeforeEach
    void twoColleaguesAndAPartner() {
        giver = people.who(Profile.GREFFIER).named("Yvonne", "Giver").active();
        holder = people.who(Profile.GREFFIER).named("Zoé", "Holder").active();
        partner = people.partner();
        z = visitors.signedIn(holder);
    }

    @Test
    @Tag("A-12")
    void aDelegationIsGivenOnThePageToldToBothAndRevokedAtOnce() {
        Visitor y = visitors.signedIn(giver);
        assertThat(y.get("/account").body()).contains("/account/delegations");
        String today = today().toString();
        var given = y.post(
                "/account/delegations",
                Map.of(
                        "holder",
                        holder.email(),
                        "send",
                        "false",
                        "first",
                        today,
                        "last",
                        today().plusDays(10).toString()));
        assertThat(given.statusCode()).isEqualTo(302);
        assertThat(y.get("/account/delegations").body()).contains(holder.name(), "en cours", "Révoquer");
        UUID id = delegations.givenBy(giver).getFirst().id();
        assertThat(outbox.about(id))
                .extracting(mail -> mail.reader())
                .containsExactlyInAnyOrder(giver.id(), holder.id());
        assertThat(z.get("/messages").body()).contains("Messages de " + giver.name());
        assertThat(z.get(mine()).statusCode()).isEqualTo(200);
        assertThat(z.get("/account/delegations").body()).contains("Messages de " + giver.name(), "Renoncer");

        assertThat(y.post("/account/delegations/" + id + "/end", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(z.get(mine()).statusCode()).isEqualTo(404);
        assertThat(z.get("/messages").body()).doesNotContain("Messages de " + giver.name());
        assertThat(outbox.about(id)).hasSize(4);
        assertThat(facts("delegation.given", giver)).isOne();
        assertThat(facts("delegation.ended", giver)).isOne();
    }

    @Test
    @Tag("A-12")
    void whatIsNotADelegationIsRefusedWithItsSentence() {
        Visitor y = visitors.signedIn(giver);
        Person suspended = people.who(Profile.GREFFIER).suspended();
        for (String address : List.of(suspended.email(), "inconnue@exemple.org")) {
            var answer = y.post("/account/delegations", form(address, 0, 5));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("aucune personne active", address);
        }
        assertThat(y.post("/account/delegations", form(giver.email(), 0, 5)).body())
                .contains("soi-même");
        assertThat(y.post("/account/delegations", form(holder.email(), -2, 5)).body())
                .contains("premier jour");
        assertThat(y.post("/account/delegations", form(holder.email(), 3, 2)).body())
                .contains("premier jour");
        assertThat(y.post("/account/delegations", form(holder.email(), 0, 900)).body())
                .contains("au plus 366 jours");
        assertThat(y.post("/account/delegations", form(holder.email(), 0, 5)).statusCode())
                .isEqualTo(302);
        assertThat(y.post("/account/delegations", form(holder.email(), 5, 9)).statusCode())
                .isEqualTo(409);
        Person stranger = people.clerk();
        UUID id = delegations.givenBy(giver).getFirst().id();
        assertThat(visitors.signedIn(stranger)
                        .post("/account/delegations/" + id + "/end", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("A-12")
    void aDelegationThatHasNotBegunOpensNothing() {
        visitors.signedIn(giver).post("/account/delegations", form(holder.email(), 2, 5));
        assertThat(z.get(mine()).statusCode()).isEqualTo(404);
        assertThat(z.get("/account/delegations").body()).contains("à venir");
    }

    @Test
    @Tag("A-12")
    void aDelegationHoldsToTheEndOfItsLastDayInTheGiversZone() {
        delegations.give(people.now(giver), holder.email(), false, null, today());
        Instant over = today().plusDays(1).atStartOfDay(giver.zone()).toInstant();
        clock.moveTo(over.minusSeconds(60));
        Visitor late = visitors.signedIn(holder);
        assertThat(late.get(mine()).statusCode()).isEqualTo(200);
        clock.moveTo(over);
        assertThat(late.get(mine()).statusCode()).isEqualTo(404);
        assertThat(late.get("/account/delegations").body()).doesNotContain("Messages de " + giver.name());
        assertThat(visitors.signedIn(giver).get("/account/delegations").body()).contains("terminée");
    }

    @Test
    @Tag("A-12")
    @Tag("N-6")
    void theBellNamesTheHandThatDownloaded() {
        give(false);
        Message message = letters.sent(partner, List.of(giver), Map.of("pièce.txt", content));
        download(message, mine() + "/" + message.id());
        clock.advance(Duration.ofMinutes(6));
        jobs.runTasks();
        assertThat(visitors.signedIn(partner).get("/notices").body())
                .contains("Zoé Holder pour Yvonne Giver a téléchargé des fichiers de «\u00a0Pièces du dossier\u00a0»");
    }

    @Test
    @Tag("A-12")
    @Tag("U-11")
    void whoReadsForSomebodySeesTheirBoxApartAndEveryReceiptNamesBoth() {
        give(false);
        Message message = letters.sent(partner, List.of(giver), Map.of("pièce.txt", content));
        assertThat(z.get("/messages").body()).doesNotContain("Pièces du dossier");
        String box = z.get(mine()).body();
        assertThat(box).contains("Pièces du dossier", "Vous agissez pour " + giver.name(), "Revenir à mes messages");
        assertThat(Pattern.compile("<main.*</main>", Pattern.DOTALL)
                        .matcher(box)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group())
                .doesNotContain("href=\"/messages")
                .contains("href=\"" + mine() + "/sent");

        String page = mine() + "/" + message.id();
        assertThat(z.get(page).body()).contains("pièce.txt");
        assertThat(download(message, page).body()).isEqualTo(content);

        Visitor sender = visitors.signedIn(partner);
        assertThat(sender.get("/messages/" + message.id()).body())
                .contains("Zoé Holder pour Yvonne Giver", "par Zoé Holder, par délégation", "téléchargé");
        assertThat(sender.get("/api/v1/messages/" + message.id() + "/receipts").body())
                .contains("\"seenBy\":\"Zoé Holder\"", "\"hand\":\"Zoé Holder\"", "\"filesDownloaded\":1");
        for (String kind : List.of("message.seen", "download.started", "download.completed")) {
            assertThat(jdbc.sql(
                                    "select count(*) from event where kind = ? and message = ? and actor = ? and acting_for = ?")
                            .params(kind, message.id(), holder.id(), giver.id())
                            .query(Long.class)
                            .single())
                    .as(kind)
                    .isOne();
        }
        assertThat(outbox.about(message.id())).anySatisfy(mail -> {
            assertThat(mail.reader()).isEqualTo(holder.id());
            assertThat(mail.template()).isEqualTo("message-received-for");
        });
    }

    @Test
    @Tag("A-12")
    void readingOnlyNeitherSendsNorChangesAnything() {
        give(false);
        Message message = letters.sent(partner, List.of(giver), Map.of());
        for (String path : List.of("/new", "/drafts")) {
            assertThat(z.get(mine() + path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(z.post(mine() + "/new", letter()).statusCode()).isEqualTo(403);
        assertThat(call("POST", "/api/v1/drafts", "{}").statusCode()).isEqualTo(403);
        assertThat(call("DELETE", "/api/v1/messages/" + message.id(), null).statusCode())
                .isEqualTo(403);
        assertThat(call("GET", "/api/v1/messages", null).body()).contains("Sans pièce");
    }

    @Test
    @Tag("A-12")
    void whoMaySendSendsInTheirNameAndTheMessageSaysSo() {
        give(true);
        assertThat(z.get(mine() + "/new").body())
                .contains("action=\"" + mine() + "/new\"", "name=\"acting-for\" content=\"" + giver.id() + "\"");
        var sent = z.post(mine() + "/new", letter());
        assertThat(sent.statusCode()).isEqualTo(302);
        String page = Visitor.location(sent);
        assertThat(page).startsWith(mine() + "/");
        assertThat(z.get(page).body()).contains("Envoyé par Zoé Holder pour Yvonne Giver");
        assertThat(z.get("/messages/sent").body()).doesNotContain("Au nom de Y");
        String own = page.substring(page.lastIndexOf("/messages/"));
        assertThat(visitors.signedIn(giver).get("/messages/sent").body()).contains("Au nom de Y");
        assertThat(visitors.signedIn(partner).get(own).body()).contains("Envoyé par Zoé Holder pour Yvonne Giver");
        assertThat(visitors.signedIn(partner).get("/api/v1" + own).body()).contains("\"sentBy\":{");
        assertThat(visitors.signedIn(partner).get("/messages").body()).contains("Zoé Holder pour Yvonne Giver");
        assertThat(visitors.signedIn(partner).get("/api/v1/messages").body()).contains("\"sentBy\":{");
        assertThat(visitors.signedIn(partner).get("/notices").body())
                .contains("Zoé Holder pour Yvonne Giver vous a adressé «\u00a0Au nom de Y\u00a0»");
        assertThat(visitors.signedIn(giver).get("/messages/sent").body()).contains("envoyé par Zoé Holder");
        assertThat(visitors.signedIn(giver).get("/notices").body())
                .contains("«\u00a0Au nom de Y\u00a0», envoyé par Zoé Holder pour Yvonne Giver, a été mis");
        UUID id = UUID.fromString(own.substring("/messages/".length()));
        assertThat(jdbc.sql(
                                "select count(*) from event where kind = 'message.sent' and message = ? and actor = ? and acting_for = ?")
                        .params(id, holder.id(), giver.id())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    @Tag("A-12")
    @Tag("P-1")
    void programsGiveUseAndEndADelegation() {
        Visitor y = visitors.signedIn(giver);
        var given = y.call("POST", "/api/v1/me/delegations", """
                {"holder":"%s","send":true,"last":"%s"}""".formatted(holder.email(), today().plusDays(3)));
        assertThat(given.statusCode()).isEqualTo(201);
        assertThat(given.body()).contains("\"state\":\"RUNNING\"");
        String draft = Visitor.location(call("POST", "/api/v1/drafts", """
                {"recipients":["%s"],"subject":"Par programme pour Y","comment":"Texte","days":2}""".formatted(partner.email())));
        assertThat(z.call("GET", draft, null).statusCode()).isEqualTo(404);
        assertThat(call("POST", draft + "/send", null).body()).contains("\"state\":\"SENT\"");
        assertThat(call("GET", "/api/v1/messages?box=sent", null).body()).contains("Par programme pour Y");
        UUID id = delegations.givenBy(giver).getFirst().id();
        assertThat(z.call("DELETE", "/api/v1/me/delegations/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(call("GET", "/api/v1/messages", null).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("A-12")
    void actingReachesLettersOnlyAndMakesNoChain() {
        give(true);
        for (String path : List.of("/account", "/admin/directory", "/for/" + giver.id() + "/messages", "")) {
            assertThat(z.get("/for/" + giver.id() + path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path :
                List.of("/api/v1/me", "/api/v1/me/delegations", "/api/v1/me/tokens", "/api/v1/organisations")) {
            assertThat(call("GET", path, null).statusCode()).as(path).isEqualTo(403);
        }
        Person third = people.clerk();
        visitors.signedIn(holder).post("/account/delegations", form(third.email(), 0, 5));
        Visitor other = visitors.signedIn(third);
        assertThat(other.get("/for/" + holder.id() + "/messages").statusCode()).isEqualTo(200);
        assertThat(other.get(mine()).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("A-12")
    @Tag("N-6")
    void whoActsSeesTheBellOfWhomTheyActForApartFromTheirOwn() {
        give(false);
        Message message = letters.sent(partner, List.of(giver), Map.of("pièce.txt", content));
        String bell = "/for/" + giver.id() + "/notices";
        assertThat(z.get("/notices").body())
                .doesNotContain("Pièces du dossier")
                .contains("href=\"" + bell + "\"", "Avis de " + giver.name());
        assertThat(z.get("/messages").body()).contains("href=\"" + bell + "\"");
        assertThat(z.get(bell).body())
                .contains(
                        "Vous agissez pour " + giver.name(),
                        "vous a adressé «\u00a0Pièces du dossier\u00a0»",
                        "1 avis non lu",
                        "href=\"" + mine() + "/" + message.id())
                .doesNotContain("Marquer comme lu", "Tout marquer");
        assertThat(z.post(bell + "/read", Map.of()).statusCode()).isEqualTo(403);
        assertThat(call("GET", "/api/v1/me/notices", null).body()).contains("\"unread\":1", "\"hand\":null");
        assertThat(call("POST", "/api/v1/me/notices/read", null).statusCode()).isEqualTo(403);

        z.get(mine() + "/" + message.id());
        assertThat(z.get(bell).body()).contains("aucun avis non lu");
        assertThat(visitors.signedIn(partner).get("/notices").body())
                .contains("Zoé Holder pour Yvonne Giver a ouvert «\u00a0Pièces du dossier\u00a0»");
        delegations.end(giver, delegations.givenBy(giver).getFirst().id());
        assertThat(z.get(bell).statusCode()).isEqualTo(404);
        assertThat(z.get("/notices").body()).doesNotContain(bell);
    }

    @Test
    @Tag("A-12")
    @Tag("N-6")
    void whoMaySendMarksNoticesOfLettersAndSeesNoOtherOnes() {
        give(true);
        Message letter = letters.sent(partner, List.of(giver), Map.of());
        Message other = letters.sent(partner, List.of(giver), Map.of());
        jdbc.sql("update message set origin_kind = 'elsewhere' where id = ?")
                .param(other.id())
                .update();
        String bell = "/for/" + giver.id() + "/notices";
        assertThat(z.get(bell).body())
                .contains("1 avis non lu", letter.id().toString())
                .doesNotContain(other.id().toString());
        assertThat(z.post(bell + "/read", Map.of()).statusCode()).isEqualTo(302);
        assertThat(z.get(bell).body()).contains("aucun avis non lu");
        assertThat(visitors.signedIn(giver).get("/notices").body())
                .contains("1 avis non lu", other.id().toString());
    }

    @Test
    @Tag("A-12")
    void nobodyActsForOrAsSomebodySuspended() {
        give(true);
        people.suspend(giver);
        assertThat(z.get(mine()).statusCode()).isEqualTo(404);
        people.reactivate(giver);
        assertThat(z.get(mine()).statusCode()).isEqualTo(200);
        people.suspend(holder);
        assertThat(z.get(mine()).statusCode()).isEqualTo(302);
    }

    private void give(boolean send) {
        delegations.give(people.now(giver), holder.email(), send, null, today().plusDays(10));
    }

    private String mine() {
        return "/for/" + giver.id() + "/messages";
    }

    private HttpResponse<String> call(String method, String path, String json) {
        return z.call(
                method,
                path,
                Map.of("Pli-Acting-For", giver.id().toString(), "Content-Type", "application/json"),
                json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    }

    private HttpResponse<byte[]> download(Message message, String page) {
        UUID file = message.attachments().getFirst().file();
        var answer =
                z.call("GET", page + "/files/" + file, Map.of(), BodyPublishers.noBody(), BodyHandlers.ofByteArray());
        letters.awaitDownloads(message, 1);
        return answer;
    }

    private Map<String, String> letter() {
        return Map.of(
                "recipients", partner.email(),
                "subject", "Au nom de Y",
                "comment", "Bonjour",
                "days", "5",
                "send", "true");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), giver.zone());
    }

    private Map<String, String> form(String email, int first, int last) {
        return Map.of(
                "holder",
                email,
                "send",
                "false",
                "first",
                today().plusDays(first).toString(),
                "last",
                today().plusDays(last).toString());
    }

    private long facts(String kind, Person actor) {
        return jdbc.sql("select count(*) from event where kind = ? and actor = ?")
                .params(kind, actor.id())
                .query(Long.class)
                .single();
    }
}
