package fr.pli.app.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.delegation.Delegations;
import fr.pli.exchange.message.BoxRule;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.Origin;
import fr.pli.exchange.message.Retention;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is no letter, on every route of the letters: by its own rule, permanent, and on its owner's pages. */
@AppTest
class DepositHttpTest {

    private static final String FORBIDDEN = "Un dépôt ne peut être ni modifié ni retiré.";

    @Autowired
    BoxRule rule;

    @Autowired
    People people;

    @Autowired
    Visitors visitors;

    @Autowired
    Letters letters;

    @Autowired
    Messaging messaging;

    @Autowired
    Delegations delegations;

    @Autowired
    TestClock clock;

    private final Origin box = BoxRule.box();
    private Person depositor;
    private Person reader;
    private Person given;
    private Message deposit;
    private UUID scan;
    private UUID note;
    private String page;
    private String api;

    @BeforeEach
    void aDeposit() {
        depositor = people.clerk();
        reader = people.who(Profile.GREFFIER).named("Yvonne", "Lit").active();
        given = people.partner();
        rule.posts(depositor, box);
        rule.reads(reader, box);
        var contents = new LinkedHashMap<String, byte[]>();
        contents.put("scan.txt", "Un scan.".getBytes(StandardCharsets.UTF_8));
        contents.put("note.txt", "Une note.".getBytes(StandardCharsets.UTF_8));
        deposit = letters.deposited(depositor, box, contents);
        scan = deposit.attachments().getFirst().file();
        note = deposit.attachments().getLast().file();
        rule.has(given, note);
        page = "/messages/" + deposit.id();
        api = "/api/v1" + page;
    }

    @Test
    @Tag("M-4")
    void thePageOfADepositIsItsOwnersAndUnknownToWhoMayNotReadIt() {
        String there = "/boxes/" + box.reference() + "/" + deposit.id();
        var answer = visitors.signedIn(reader).get(page);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(answer)).isEqualTo(there);
        Visitor own = visitors.signedIn(depositor);
        assertThat(own.get(page).statusCode()).isEqualTo(404);
        assertThat(own.get("/messages/drafts/" + deposit.id()).statusCode()).isEqualTo(404);
        assertThat(own.get("/messages/sent").body()).doesNotContain("Dire n° 1");
        assertThat(own.get("/api/v1/messages?box=sent").body()).doesNotContain("Dire n° 1");
        assertThat(visitors.signedIn(reader).get("/messages").body()).doesNotContain("Dire n° 1");
        rule.reads(depositor, box);
        assertThat(Visitor.location(own.get(page))).isEqualTo(there);
        assertThat(Visitor.location(own.get("/messages/drafts/" + deposit.id())))
                .isEqualTo(there);
    }

    @Test
    @Tag("E-4")
    void theDraftOfADepositIsWrittenOnItsOwnersPageAndPolledByTheUploads() {
        UUID draft = messaging.draft(depositor, box, Retention.unlimited());
        messaging.edit(depositor, draft, List.of(), "Dire n° 2", "", 15);
        Visitor own = visitors.signedIn(depositor);
        String there = "/boxes/" + box.reference() + "/drafts/" + draft;
        assertThat(Visitor.location(own.get("/messages/drafts/" + draft))).isEqualTo(there);
        assertThat(Visitor.location(own.get("/messages/" + draft))).isEqualTo(there);
        assertThat(own.get("/api/v1/drafts/" + draft).body())
                .contains("Dire n° 2", "\"days\":null")
                .doesNotContain("destinataire");
        assertThat(own.get("/messages/drafts").body()).doesNotContain("Dire n° 2");
        assertThat(own.get("/api/v1/drafts").body()).doesNotContain("Dire n° 2");
        assertThat(own.call(
                                "PUT",
                                "/api/v1/drafts/" + draft,
                                "{\"recipients\":[\"" + reader.email() + "\"],\"subject\":\"Dire\"}")
                        .body())
                .contains("message.no-recipients-here");
        for (String form : List.of("", "/recall", "/delete", "/files/" + scan + "/remove")) {
            assertThat(own.post("/messages/drafts/" + draft + form, Map.of("subject", "Autre"))
                            .statusCode())
                    .as(form)
                    .isEqualTo(404);
        }
        assertThat(visitors.signedIn(reader).get("/messages/" + draft).statusCode())
                .isEqualTo(404);
        rule.losesAll(depositor);
        assertThat(own.call("POST", "/api/v1/drafts/" + draft + "/send", null).statusCode())
                .isEqualTo(404);
        rule.posts(depositor, box);
        messaging.edit(depositor, draft, List.of(), "Dire n° 2", "Un mot.", 15);
        assertThat(own.call("POST", "/api/v1/drafts/" + draft + "/send", null).statusCode())
                .as("published, and not readable by who posted it")
                .isEqualTo(404);
        assertThat(Visitor.location(visitors.signedIn(reader).get("/messages/" + draft)))
                .isEqualTo("/boxes/" + box.reference() + "/" + draft);
    }

    @Test
    @Tag("E-8")
    @Tag("M-4")
    void aFileThatWasNotGivenIsOnNoRoute() {
        Visitor visitor = visitors.signedIn(given);
        assertThat(visitor.get(api).body()).contains("note.txt").doesNotContain("scan.txt");
        assertThat(visitor.get(api + "/files").body()).contains("note.txt").doesNotContain("scan.txt");
        assertThat(visitor.get(api).body()).contains("\"recipients\":[]");
        for (String route : List.of("/files/%s/content", "/files/%s/preview", "/files/%s/preview/1", "/zip?files=%s")) {
            assertThat(visitor.get(api + route.formatted(scan)).statusCode())
                    .as(route)
                    .isEqualTo(404);
        }
        for (String route : List.of("/files/%s", "/files/%s/preview", "/files/%s/preview/1", "/zip?files=%s")) {
            assertThat(visitor.get(page + route.formatted(scan)).statusCode())
                    .as(route)
                    .isEqualTo(404);
        }
        assertThat(visitor.get(api + "/files/" + note + "/content").body()).isEqualTo("Une note.");
        assertThat(visitor.get(page + "/files/" + note + "/preview").statusCode())
                .isEqualTo(200);
        assertThat(visitor.get(page + "/zip").body())
                .contains("note.txt", "Une note.")
                .doesNotContain("scan.txt");
        Visitor own = visitors.signedIn(depositor);
        for (String route : List.of("", "/files", "/files/" + note + "/content", "/zip", "/receipts", "/thread")) {
            assertThat(own.get(api + route).statusCode()).as(route).isEqualTo(404);
        }
        assertThat(visitors.signedIn(reader).get(api + "/receipts").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("E-5")
    void everyActOfTheLettersIsRefusedWithTheSentenceOrLikeAnUnknownId() {
        rule.reads(depositor, box);
        Visitor own = visitors.signedIn(depositor);
        Visitor theirs = visitors.signedIn(reader);
        Visitor stranger = visitors.signedIn(people.partner());
        for (HttpResponse<String> answer : acts(own)) {
            assertThat(answer.statusCode()).as("%s", answer.uri()).isEqualTo(409);
            assertThat(answer.body()).as("%s", answer.uri()).contains(FORBIDDEN);
        }
        for (HttpResponse<String> answer : acts(theirs)) {
            assertThat(answer.statusCode()).as("%s", answer.uri()).isIn(404, 409);
        }
        for (HttpResponse<String> answer : acts(stranger)) {
            assertThat(answer.statusCode()).as("%s", answer.uri()).isEqualTo(404);
        }
        rule.losesAll(depositor);
        for (HttpResponse<String> answer : acts(own)) {
            assertThat(answer.statusCode()).as("%s", answer.uri()).isEqualTo(404);
        }
        assertThat(theirs.get(api + "/files/" + note + "/content").body()).isEqualTo("Une note.");
        assertThat(theirs.get(api + "/files/" + scan + "/content").body()).isEqualTo("Un scan.");
        Visitor english = visitors.signedIn(letters.english(reader));
        assertThat(english.call("POST", api + "/remove", null).body())
                .contains("A deposit can be neither changed nor removed.");
    }

    private List<HttpResponse<String>> acts(Visitor visitor) {
        String request = UUID.randomUUID().toString();
        var answers = new ArrayList<HttpResponse<String>>();
        answers.add(visitor.call("DELETE", api, null));
        answers.add(visitor.call("GET", api + "/lifetime", null));
        answers.add(visitor.call("PUT", api + "/lifetime", "{\"days\":3}"));
        answers.add(visitor.call("POST", api + "/recipients", "{\"recipients\":[\"" + given.email() + "\"]}"));
        answers.add(visitor.call("POST", api + "/time-requests", "{}"));
        answers.add(visitor.call("POST", api + "/time-requests/" + request + "/grant", "{\"days\":3}"));
        answers.add(visitor.call("POST", api + "/time-requests/" + request + "/decline", "{}"));
        answers.add(visitor.call("POST", api + "/answer", null));
        answers.add(visitor.call("POST", api + "/remove", null));
        answers.add(visitor.call("POST", api + "/restore", null));
        answers.add(visitor.call("POST", api + "/reminders", "{}"));
        answers.add(visitor.call("GET", api + "/uncollected", null));
        answers.add(visitor.get(page + "/delete"));
        answers.add(visitor.post(page + "/delete", Map.of()));
        answers.add(visitor.post(page + "/lifetime", Map.of("days", "3")));
        answers.add(visitor.post(page + "/recipients", Map.of("addresses", given.email())));
        answers.add(visitor.post(page + "/time-requests", Map.of()));
        answers.add(visitor.post(page + "/time-requests/" + request + "/grant", Map.of("days", "3")));
        answers.add(visitor.post(page + "/time-requests/" + request + "/decline", Map.of()));
        answers.add(visitor.post(page + "/answer", Map.of()));
        answers.add(visitor.post(page + "/remove", Map.of()));
        answers.add(visitor.post(page + "/restore", Map.of()));
        answers.add(visitor.post(page + "/reminders", Map.of()));
        return answers;
    }

    @Test
    @Tag("A-12")
    void whoActsForAReaderFindsNoDepositOnAnyRoute() {
        Person holder = people.who(Profile.GREFFIER).named("Zoé", "Agit").active();
        LocalDate today = LocalDate.ofInstant(clock.instant(), reader.zone());
        delegations.give(reader, holder.email(), true, today, today.plusDays(3));
        delegations.give(depositor, holder.email(), true, today, today.plusDays(3));
        Visitor visitor = visitors.signedIn(holder);
        for (String route :
                List.of("", "/files/" + note, "/files/" + note + "/preview", "/files/" + note + "/preview/1", "/zip")) {
            assertThat(visitor.get("/for/" + reader.id() + page + route).statusCode())
                    .as(route)
                    .isEqualTo(404);
        }
        var header = Map.of("Pli-Acting-For", reader.id().toString());
        for (String route :
                List.of("", "/files", "/files/" + note + "/content", "/files/" + note + "/preview", "/zip")) {
            assertThat(visitor.call("GET", api + route, header, BodyPublishers.noBody())
                            .statusCode())
                    .as(route)
                    .isEqualTo(404);
        }
        UUID draft = messaging.draft(depositor, box, Retention.unlimited());
        var giver = Map.of("Pli-Acting-For", depositor.id().toString());
        for (String route : List.of("", "/send", "/recall")) {
            assertThat(visitor.call(
                                    route.isEmpty() ? "GET" : "POST",
                                    "/api/v1/drafts/" + draft + route,
                                    giver,
                                    BodyPublishers.noBody())
                            .statusCode())
                    .as(route)
                    .isEqualTo(404);
        }
        assertThat(visitor.get("/for/" + depositor.id() + "/messages/drafts/" + draft)
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitors.signedIn(reader).get(api).statusCode()).isEqualTo(200);
    }
}
