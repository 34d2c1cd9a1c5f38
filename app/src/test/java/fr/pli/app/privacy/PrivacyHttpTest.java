package fr.pli.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class PrivacyHttpTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Visitor admin;
    private Person leaver;
    private Person clerk;
    private String message;

    @BeforeEach
    void somebodyWroteOnce() {
        admin = visitors.signedIn(people.administrator());
        clerk = people.clerk();
        leaver = people.who(Profile.PARTNER)
                .named("Odile", "Partante" + UUID.randomUUID().toString().substring(0, 8))
                .active();
        message = Visitor.location(visitors.signedIn(leaver)
                .post(
                        "/messages/new",
                        Map.of(
                                "recipients",
                                clerk.email(),
                                "subject",
                                "Dernières pièces",
                                "comment",
                                "Adieu",
                                "days",
                                "5",
                                "send",
                                "true")));
    }

    @Test
    @Tag("Q-11")
    void everybodyCanHaveTheirOwnDataAndNobodyElses() throws IOException {
        Visitor own = visitors.signedIn(leaver);
        assertThat(own.get("/account").body()).contains("Exporter mes données");
        Map<String, String> files = archive(download(own, "/account/export"));
        assertThat(files)
                .containsKeys(
                        "entry.json", "messages-sent.json", "messages-received.json", "journal.json", "tokens.json");
        assertThat(files.get("entry.json")).contains(leaver.email(), leaver.lastName());
        assertThat(files.get("messages-sent.json")).contains("Dernières pièces", "Adieu");
        assertThat(files.get("journal.json")).contains("message.sent");
        assertThat(archive(download(visitors.signedIn(clerk), "/account/export"))
                        .get("messages-received.json"))
                .contains("Dernières pièces", leaver.name())
                .doesNotContain("Adieu");
        assertThat(download(own, "/api/v1/directory/entries/" + clerk.id() + "/export")
                        .statusCode())
                .isEqualTo(403);
        assertThat(archive(download(admin, "/admin/directory/" + leaver.id() + "/export"))
                        .get("entry.json"))
                .contains(leaver.email());
        assertThat(jdbc.sql("select count(*) from event where kind = 'person.exported' and subject = ?")
                        .param(leaver.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @Tag("Q-11")
    @Tag("R-1")
    void erasureLeavesAPseudonymAndTheEvidence() {
        String entry = "/admin/directory/" + leaver.id();
        UUID identity = people.now(leaver).identity();
        assertThat(admin.post(entry + "/forget", Map.of("address", leaver.email()))
                        .statusCode())
                .isEqualTo(409);
        admin.post(entry + "/depart", Map.of());
        assertThat(admin.get(entry + "/forget").body()).contains(leaver.name(), leaver.email(), "pseudonyme");
        var wrong = admin.post(entry + "/forget", Map.of("address", "autre@exemple.fr"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(admin.get(entry).body()).contains(leaver.lastName());
        byte[] hash = hash(identity);

        assertThat(admin.post(entry + "/forget", Map.of("address", leaver.email()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(admin.get(entry).body())
                .contains("Personne effacée")
                .doesNotContain(leaver.lastName(), leaver.email());
        assertThat(admin.get("/admin/directory?q=" + leaver.lastName()).body()).doesNotContain("odile");
        Visitor reader = visitors.signedIn(clerk);
        assertThat(reader.get(message).body())
                .contains("Dernières pièces", "Personne effacée")
                .doesNotContain(leaver.lastName());
        assertThat(reader.get("/messages?q=" + leaver.lastName()).body()).contains("Aucun message ne correspond");
        assertThat(hash(identity)).isEqualTo(hash);
        assertThat(jdbc.sql("select count(*) from journal_identity where ref = ? and value is null and salt is null")
                        .param(identity)
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select count(*) from event where kind = 'message.sent' and actor = ?")
                        .param(leaver.id())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select count(*) from mail where reader = ? and address <> 'efface@invalid'")
                        .param(leaver.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(admin.post(entry + "/reactivate", Map.of()).statusCode()).isEqualTo(404);
        assertThat(admin.post(entry + "/forget", Map.of("address", "x")).statusCode())
                .isEqualTo(404);
    }

    private byte[] hash(UUID identity) {
        return jdbc.sql("select hash from journal_identity where ref = ?")
                .param(identity)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private HttpResponse<byte[]> download(Visitor visitor, String path) {
        return visitor.call("POST", path, Map.of(), BodyPublishers.noBody(), BodyHandlers.ofByteArray());
    }

    private static Map<String, String> archive(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, String> files = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
