package fr.pli.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class DirectoryHttpTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    Person administrator;
    Visitor admin;
    String unique;

    @BeforeEach
    void anAdministratorSignsIn() {
        administrator = people.administrator();
        admin = visitors.signedIn(administrator);
        unique = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    @Tag("A-1")
    void anAdministratorAddsSomebodyInOnePageAndIsToldSo() {
        assertThat(admin.get("/admin/directory/new").statusCode()).isEqualTo(200);
        var added = admin.post("/admin/directory", form("anne-" + unique + "@exemple.fr", "Poitou" + unique));
        assertThat(added.statusCode()).isEqualTo(302);
        var page = admin.follow(Visitor.location(added));
        assertThat(page.body()).contains("Anne Poitou" + unique, "invitation est en cours", "invité");
        assertThat(admin.get("/admin/directory?q=poitou" + unique).body()).contains("anne-" + unique + "@exemple.fr");
    }

    @Test
    @Tag("A-1")
    void aRefusedFormKeepsWhatWasTypedWithSentencesNextToTheFields() {
        var form = new HashMap<>(form("pas une adresse", "Gardé" + unique));
        form.put("profile", "");
        form.put("organisation", "Nulle part " + unique);
        var page = admin.post("/admin/directory", form);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("pas une adresse", "Gardé" + unique, "id=\"email-error\"", "id=\"profile-error\"");
        var second = admin.post(
                "/admin/directory",
                Map.of(
                        "email",
                        "x-" + unique + "@exemple.fr",
                        "firstName",
                        "X",
                        "lastName",
                        "Y",
                        "profile",
                        "LAWYER",
                        "organisation",
                        "Nulle part " + unique));
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("id=\"organisation-error\"", "Nulle part " + unique);
        var taken = admin.post("/admin/directory", form(administrator.email(), "Z"));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("id=\"email-error\"", "déjà dans l&#39;annuaire");
    }

    @Test
    @Tag("A-1")
    void eachActIsConfirmedByASentenceThatNamesThePerson() {
        Person partner = people.partner();
        String entry = "/admin/directory/" + partner.id();
        assertThat(admin.get(entry + "/suspend").body()).contains(partner.name(), partner.email());
        assertThat(people.now(partner).state()).isEqualTo(PersonState.ACTIVE);
        assertThat(admin.post(entry + "/suspend", Map.of()).statusCode()).isEqualTo(302);
        assertThat(people.now(partner).state()).isEqualTo(PersonState.SUSPENDED);
        assertThat(admin.get(entry).body()).contains("suspendu", "Réactiver");
        admin.post(entry + "/reactivate", Map.of());
        assertThat(people.now(partner).state()).isEqualTo(PersonState.ACTIVE);
        assertThat(admin.post(entry + "/invite", Map.of()).statusCode()).isEqualTo(409);
        assertThat(admin.get(entry + "/erase").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("A-1")
    void aSuspendedPersonIsOutAtTheNextRequest() {
        Person partner = people.partner();
        Visitor visitor = visitors.signedIn(partner);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        admin.post("/admin/directory/" + partner.id() + "/suspend", Map.of());
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    @Tag("A-2")
    void supportReadsTheDirectoryAndNobodyElseComesNear() {
        Visitor support = visitors.signedIn(people.active(Profile.SUPPORT));
        assertThat(support.get("/admin/directory").statusCode()).isEqualTo(200);
        assertThat(support.post("/admin/directory", form("s-" + unique + "@exemple.fr", "S"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(support.call("POST", "/api/v1/directory/entries/" + administrator.id() + "/suspend", null)
                        .statusCode())
                .isEqualTo(403);
        for (Profile profile : List.of(Profile.PARTNER, Profile.GREFFIER, Profile.AUDITOR, Profile.LAWYER)) {
            Visitor other = visitors.signedIn(people.active(profile));
            for (String path : List.of(
                    "/admin/directory",
                    "/admin/directory/" + administrator.id(),
                    "/admin/directory/new",
                    "/admin/directory/export",
                    "/admin/directory/imports",
                    "/admin/organisations",
                    "/api/v1/directory/entries",
                    "/api/v1/directory/entries/export",
                    "/api/v1/directory/entries/" + administrator.id(),
                    "/api/v1/organisations")) {
                assertThat(other.get(path).statusCode())
                        .as(profile + " " + path)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    @Tag("A-1")
    void aFileIsImportedInTwoStepsOverThePages() {
        String csv = "E-mail;Prénom;Nom;Organisation;Profil\r\n"
                + "zoe-" + unique + "@exemple.fr;Zoé;Lefèvre;Cour d'appel de Riom;Greffier\r\n"
                + "mauvaise;A;B;C;Avocat\r\n";
        var given = upload(csv.getBytes(java.nio.charset.Charset.forName("windows-1252")));
        assertThat(given.statusCode()).isEqualTo(302);
        String run = Visitor.location(given);
        var page = admin.get(run);
        assertThat(page.body())
                .contains(
                        "Windows-1252",
                        "point-virgule",
                        "zoe-" + unique,
                        "Zoé Lefèvre",
                        "à créer",
                        "refusé",
                        "mauvaise");
        assertThat(visitors.signedIn(people.administrator()).get(run).statusCode())
                .isEqualTo(404);
        assertThat(admin.post(run + "/confirm", Map.of()).statusCode()).isEqualTo(302);
        assertThat(admin.get("/admin/directory?q=zoe+" + unique).body()).contains("zoe-" + unique + "@exemple.fr");
        assertThat(admin.get(run).statusCode()).isEqualTo(404);
        assertThat(upload(new byte[0]).statusCode()).isEqualTo(422);
    }

    @Test
    @Tag("A-1")
    void theExportIsTheFilteredListAsAnAttachment() {
        Person partner =
                people.who(Profile.PARTNER).named("=Zoé", "Export" + unique).active();
        people.who(Profile.PARTNER).named("Autre", "Personne" + unique).active();
        var file = admin.get("/admin/directory/export?q=export" + unique);
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains(".csv");
        assertThat(file.body()).contains(partner.email(), "'=Zoé").doesNotContain("Personne" + unique);
    }

    @Test
    @Tag("P-1")
    void theDirectoryIsAdministeredByPrograms() {
        String json = """
                {"email":"api-%s@exemple.fr","firstName":"A","lastName":"Api%s","organisation":"Cour d'appel de Riom","profile":"GREFFIER"}
                """.formatted(unique, unique);
        var made = admin.call("POST", "/api/v1/directory/entries", json);
        assertThat(made.statusCode()).isEqualTo(201);
        String path = Visitor.location(made);
        assertThat(admin.get(path).body()).contains("\"state\":\"INVITED\"", "\"version\":0");
        assertThat(admin.call("PUT", path, "{\"version\":0,\"lastName\":\"Nouveau" + unique + "\"}")
                        .statusCode())
                .isEqualTo(200);
        var stale = admin.call("PUT", path, "{\"version\":0,\"lastName\":\"X\"}");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(stale.body()).contains("urn:pli:problem:directory.changed-meanwhile");
        assertThat(admin.get("/api/v1/directory/entries?q=nouveau" + unique).body())
                .contains("Nouveau" + unique)
                .contains("\"next\":null");
        assertThat(admin.call("DELETE", path, null).statusCode()).isEqualTo(204);
        var gone = admin.get(path);
        var never = admin.get("/api/v1/directory/entries/" + UUID.randomUUID());
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(never.statusCode()).isEqualTo(404);

        var run = admin.call(
                "POST",
                "/api/v1/directory/imports?name=a.csv",
                Map.of("Content-Type", "text/csv"),
                BodyPublishers.ofString("E-mail;Prénom;Nom;Organisation;Profil\nimp-" + unique
                        + "@exemple.fr;A;B;Cour d'appel de Riom;Greffier\nx;y\n"));
        assertThat(run.statusCode()).isEqualTo(201);
        assertThat(run.body()).contains("\"toCreate\":1", "\"refused\":1", "directory.line-columns");
        assertThat(admin.call("POST", Visitor.location(run) + "/confirm", null).body())
                .contains("\"created\":1");
    }

    @Test
    @Tag("X-2")
    void aHiddenAddressAndAnUnknownOneGetTheSameBytes() {
        Visitor partner = visitors.signedIn(people.partner());
        Person hidden = people.partner();
        Person suspended = people.who(Profile.GREFFIER).suspended();
        Person clerk = people.clerk();
        var unknown = partner.get("/api/v1/directory/check?email=" + encode("nobody-" + unique + "@exemple.fr"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        for (Person other : List.of(hidden, suspended)) {
            var answer = partner.get("/api/v1/directory/check?email=" + encode(other.email()));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(unknown.body());
            assertThat(names(answer)).isEqualTo(names(unknown));
        }
        assertThat(partner.get("/api/v1/directory/check?email="
                                + encode(clerk.email().toUpperCase(java.util.Locale.ROOT)))
                        .body())
                .contains(clerk.id().toString());
        assertThat(partner.get("/api/v1/directory/people?q=" + encode(hidden.lastName()))
                        .body())
                .doesNotContain(hidden.email());
        assertThat(partner.get("/api/v1/directory/people?q=" + encode(clerk.lastName()))
                        .body())
                .contains(clerk.email());
        assertThat(visitors.signedIn(clerk)
                        .get("/api/v1/directory/people?q=" + encode(hidden.lastName()))
                        .body())
                .contains(hidden.email());
    }

    @Test
    @Tag("A-10")
    void everybodySeesAndChangesTheirOwnData() {
        Person partner = people.partner();
        Visitor visitor = visitors.signedIn(partner);
        assertThat(visitor.get("/account").body())
                .contains(partner.name(), partner.organisation(), "Modifier", "Se déconnecter partout");
        assertThat(visitor.get("/account?edit").body()).contains("Valider");
        assertThat(visitor.post("/account", Map.of("language", "en", "zone", "Europe/London"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.get("/account").body()).contains("My account", "Europe/London");
        assertThat(visitor.post("/account", Map.of("language", "xx", "zone", "Mars/Olympus"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(visitor.get("/api/v1/me").body()).contains("\"language\":\"en\"", partner.email());
    }

    private static List<String> names(HttpResponse<?> answer) {
        return answer.headers().map().keySet().stream().sorted().toList();
    }

    private Map<String, String> form(String email, String lastName) {
        return Map.of(
                "email",
                email,
                "firstName",
                "Anne",
                "lastName",
                lastName,
                "organisation",
                "Tribunal judiciaire de Bordeaux",
                "profile",
                "GREFFIER",
                "language",
                "fr",
                "zone",
                "Europe/Paris");
    }

    private HttpResponse<String> upload(byte[] content) {
        String boundary = "----pli" + unique;
        var body = new java.io.ByteArrayOutputStream();
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"annuaire.csv\"\r\n"
                                + "Content-Type: text/csv\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return admin.call(
                "POST",
                "/admin/directory/imports",
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary),
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
