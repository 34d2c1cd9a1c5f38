package fr.pli.app.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.CardFixtures;
import fr.pli.exchange.certificate.CardListeners;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority.Card;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Filings;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.testing.Cases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** « Demander la fusion », from the account page to the report and back (C-6). */
@AppTest
@Tag("C-6")
class TwoAccountsTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    CardFixtures cards;

    @Autowired
    CardListeners listeners;

    @Autowired
    Letters letters;

    @Autowired
    Cases cases;

    @Autowired
    Folders folders;

    @Autowired
    Filings filings;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Tag("O-2")
    void bothCardsSignInToOneAccountThatSeesEverythingUntilItIsUndone() {
        Cases.Case expertise = cases.open();
        Person former = expertise.greffier();
        Person kept = people.clerk();
        Card old = CardHolder.card(former.name());
        Card next = CardHolder.card(kept.name());
        cards.give(former, old.certificate());
        cards.give(kept, next.certificate());
        Person partner = people.partner();
        Message letter = letters.sent(
                partner, List.of(former), Map.of("piece.txt", "Une pièce.".getBytes(StandardCharsets.UTF_8)));
        UUID folder = folders.at(expertise.id(), FolderKind.EXPERT_PARTIES_VERS_GREFFE, null);
        Document note = filings.one(expertise.expert(), folder, "note.txt");
        filings.download(former, note);
        String expertisePage = "/expertises/" + expertise.id();

        Visitor account = visitors.anybody();
        holder(next).signIn(account);
        assertThat(account.get("/account").body())
                .contains("Demander la fusion")
                .containsIgnoringCase(next.certificate().getSerialNumber().toString(16));
        assertThat(account.get("/account/certificates/merge").body()).contains("Numéro de série du nouveau certificat");
        assertThat(account.post("/account/certificates/merge", Map.of("serial", "xyz"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(Visitor.location(account.post(
                        "/account/certificates/merge",
                        Map.of(
                                "name", kept.name(),
                                "serial", old.certificate().getSerialNumber().toString(16),
                                "email", kept.email(),
                                "mobile", "06 00 00 00 00",
                                "times", "après 14 h"))))
                .isEqualTo("/account");
        assertThat(account.get("/account/certificates/merge").body()).contains("en attente");
        assertThat(account.get(expertisePage).statusCode()).isEqualTo(404);

        Visitor open = visitors.signedIn(former);
        Visitor program = visitors.withToken(
                tokens.create(former, "programme", List.of("messages:read"), 5).clear());
        assertThat(open.get("/account").body()).contains(former.email());
        assertThat(program.get("/api/v1/messages").statusCode()).isEqualTo(200);

        Visitor desk = visitors.signedIn(people.active(Profile.SUPPORT));
        String page = "/support/merges/" + request(kept);
        assertThat(desk.get("/support/merges").body()).contains(page);
        assertThat(desk.get(page).body())
                .contains(former.email())
                .contains("Ce que ferait la fusion")
                .contains("Rôles dans des expertises")
                .contains("après 14 h")
                .as("no content")
                .doesNotContain("Pièces du dossier");
        assertThat(desk.get(page + "?email=" + partner.email()).body()).contains(partner.name());
        assertThat(Visitor.location(desk.post(
                        page + "/merge",
                        Map.of("other", former.id().toString(), "checked", "Rappelée, les deux cartes montrées."))))
                .isEqualTo(page);
        assertThat(desk.get(page).body()).contains("Compte rendu").contains("Annuler la fusion");
        assertThat(desk.get(page).body()).doesNotContain(letter.reference());

        assertThat(Visitor.location(open.get("/account")))
                .as("what was open as the other ends")
                .startsWith("/sign-in");
        assertThat(program.get("/api/v1/messages").statusCode())
                .as("its programs act no more")
                .isEqualTo(401);

        for (Card card : List.of(old, next)) {
            Visitor in = visitors.anybody();
            assertThat(holder(card).signIn(in).statusCode()).isEqualTo(302);
            assertThat(in.get("/account").body())
                    .contains(kept.email())
                    .containsIgnoringCase(old.certificate().getSerialNumber().toString(16));
            assertThat(in.get("/messages").body()).contains(letter.id().toString());
            assertThat(in.get(expertisePage).statusCode()).isEqualTo(200);
            assertThat(in.get("/expertises/" + expertise.id() + "/folders/" + folder)
                            .body())
                    .as("what the same person had is not new")
                    .contains("note.txt")
                    .doesNotContain("class=\"new\"");
        }
        Visitor in = visitors.anybody();
        holder(next).signIn(in);
        assertThat(in.get("/messages/" + letter.id()).body()).contains("piece.txt");
        UUID file = letter.attachments().getFirst().file();
        assertThat(in.get("/messages/" + letter.id() + "/files/" + file).body()).isEqualTo("Une pièce.");
        letters.awaitDownloads(letter, 1);
        String receipts = visitors.signedIn(partner)
                .call("GET", "/api/v1/messages/" + letter.id() + "/receipts", null)
                .body();
        assertThat(receipts)
                .as("noted for whom the sender named")
                .contains(former.id().toString())
                .contains("\"filesDownloaded\":1")
                .doesNotContain(kept.id().toString());
        Visitor byAddress = visitors.anybody();
        byAddress.signIn(former.email(), People.PASSWORD);
        assertThat(byAddress.get("/account").body())
                .as("the former address is one of the account")
                .contains(kept.email());
        assertThat(visitors.signedIn(people.partner())
                        .get("/messages/" + letter.id())
                        .statusCode())
                .isEqualTo(404);

        assertThat(Visitor.location(desk.post(page + "/undo", Map.of()))).isEqualTo(page);
        assertThat(desk.get(page).body()).contains("Fusion annulée le");
        assertThat(in.get("/messages/" + letter.id()).statusCode()).isEqualTo(404);
        assertThat(in.get(expertisePage).statusCode()).isEqualTo(404);
        Visitor again = visitors.anybody();
        holder(old).signIn(again);
        assertThat(again.get("/account").body()).contains(former.email());
        assertThat(again.get("/messages").body()).contains(letter.id().toString());
        assertThat(again.get(expertisePage).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("P-1")
    void theSameByCalls() {
        Person kept = people.clerk();
        Person former = people.clerk();
        Card old = CardHolder.card(former.name());
        cards.give(former, old.certificate());
        Visitor me = visitors.signedIn(kept);
        String wish = "{\"name\":\"%s\",\"serial\":\"%s\",\"email\":\"%s\",\"mobile\":\"06 00 00 00 00\"}"
                .formatted(kept.name(), old.certificate().getSerialNumber().toString(16), kept.email());
        assertThat(me.call("POST", "/api/v1/me/certificates/merge-requests", "{}")
                        .body())
                .contains("card.name-required");
        assertThat(me.call("POST", "/api/v1/me/certificates/merge-requests", wish)
                        .statusCode())
                .isEqualTo(202);
        assertThat(me.call("POST", "/api/v1/me/certificates/merge-requests", wish)
                        .body())
                .contains("merge.asked-already");
        String call = "/api/v1/support/merge-requests/" + request(kept);
        assertThat(me.call("GET", call, null).body()).contains("card.support-only");
        Visitor desk = visitors.signedIn(people.active(Profile.SUPPORT));
        assertThat(desk.call("GET", "/api/v1/support/merge-requests", null).body())
                .contains(kept.email());
        assertThat(desk.call("GET", call, null).body()).contains(former.email());
        assertThat(desk.call("GET", call + "/plan", null).body()).contains("\"subject\":\"certificates\"");
        String order = "{\"other\":\"" + former.id() + "\",\"checked\":\"Rappelée.\"}";
        assertThat(desk.call("POST", call + "/merge", order).statusCode()).isEqualTo(204);
        assertThat(desk.call("POST", call + "/merge", order).body()).contains("merge.answered");
        assertThat(desk.call("POST", call + "/undo", null).statusCode()).isEqualTo(204);
        assertThat(desk.call("POST", call + "/undo", null).body()).contains("merge.not-merged");
    }

    private String request(Person person) {
        return jdbc.sql("select id from merge_request where person = ? order by asked_at desc limit 1")
                .param(person.id())
                .query(UUID.class)
                .single()
                .toString();
    }

    private CardHolder holder(Card card) {
        return new CardHolder(listeners.handshakePort(), card);
    }
}
