package fr.pli.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class OfficeHttpTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    private Visitor admin;
    private Person clerk;
    private String name;
    private String address;

    @BeforeEach
    void anAdministratorSignsIn() {
        admin = visitors.signedIn(people.administrator());
        clerk = people.clerk();
        String unique = UUID.randomUUID().toString().substring(0, 8);
        name = "Greffe correctionnel " + unique;
        address = "greffe-" + unique + "@bureau.exemple.fr";
    }

    @Test
    @Tag("A-13")
    @Tag("O-1")
    void anAdministratorMakesAnOfficeGivesItMembersAndExportsIt() {
        String page = create();
        assertThat(admin.get(page).body()).contains(name, "Aucun membre actif");
        assertThat(admin.post(page + "/members", Map.of("member", clerk.email()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(admin.get(page).body()).contains(clerk.name(), "actif");
        var again = admin.post(page + "/members", Map.of("member", clerk.email()));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("en fait déjà partie");
        var nobody = admin.post(page + "/members", Map.of("member", "personne@nulle.part"));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("personne@nulle.part");
        assertThat(admin.get("/admin/offices").body()).contains(name, address);
        assertThat(admin.get("/admin/offices/export").body()).contains(address, clerk.email());
        assertThat(admin.get("/admin/directory?q=" + address).body()).doesNotContain("bureau.exemple.fr</td>");
        assertThat(admin.post(page + "/close", Map.of()).statusCode()).isEqualTo(302);
        assertThat(admin.get(page).body()).contains("fermé", "Rouvrir");
        assertThat(visitors.signedIn(clerk).get("/admin/offices").statusCode()).isEqualTo(403);
        assertThat(admin.get("/admin/directory/" + id(page)).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("A-13")
    @Tag("X-8")
    void theSenderSeesTheOfficeWithEachMembersReceiptsUnderIt() {
        Person colleague = people.clerk();
        String office = create();
        admin.post(office + "/members", Map.of("member", clerk.email()));
        admin.post(office + "/members", Map.of("member", colleague.email()));
        Person partner = people.partner();
        Visitor sender = visitors.signedIn(partner);
        String message = Visitor.location(sender.post("/messages/new", letter("false")));
        visitors.signedIn(clerk).get(message);

        assertThat(sender.get(message).body())
                .contains(name, clerk.name(), colleague.name(), "2 membres · vu par 1 · tout téléchargé par");
        assertThat(sender.get("/api/v1" + message + "/receipts").body())
                .contains("\"name\":\"" + name + "\"", "\"members\":[{", clerk.name(), colleague.name());
        assertThat(visitors.signedIn(colleague).get("/messages").body()).contains("1 non lu");

        admin.post(office + "/members/" + clerk.id() + "/remove", Map.of());
        assertThat(visitors.signedIn(clerk).get(message).statusCode()).isEqualTo(404);
        assertThat(sender.get(message).body()).contains(clerk.name(), "fait plus partie");
    }

    @Test
    @Tag("A-13")
    void thePageAsksBeforeWritingToAnOfficeThatNobodyWouldReadFor() {
        create();
        Visitor sender = visitors.signedIn(people.partner());
        var asked = sender.post("/messages/new", letter("false"));
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("n&#39;a aucun membre actif", "Envoyer quand même, bien que personne");
        assertThat(sender.get("/messages/sent").body()).doesNotContain("À tout le bureau");
        var sent = sender.post("/messages/new", letter("true"));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sender.get("/messages/sent").body()).contains("À tout le bureau", name);
    }

    @Test
    @Tag("A-13")
    @Tag("P-1")
    void programsAdministerOfficesAndConfirmTheSame() {
        Person partner = people.partner();
        String made = admin.call("POST", "/api/v1/offices", """
                {"name":"%s","email":"%s","organisation":"%s"}""".formatted(name, address, partner.organisation()))
                .body();
        assertThat(made).contains("\"court\":false", "\"active\":0");
        String id = made.replaceAll("^\\{\"id\":\"([^\"]+)\".*", "$1");
        String draft =
                Visitor.location(visitors.signedIn(partner).call("POST", "/api/v1/drafts", """
                {"recipients":["%s"],"subject":"Équipe","comment":"Bonjour","days":3}""".formatted(address)));
        Visitor sender = visitors.signedIn(partner);
        assertThat(sender.get(draft).body()).contains("\"sendable\":false", "\"unattended\":\"");
        assertThat(sender.call("POST", draft + "/send", null).body()).contains("message.no-active-member");
        String knowingly = Visitor.location(sender.call("POST", "/api/v1/drafts", """
                {"recipients":["%s"],"subject":"Équipe","comment":"Bonjour","days":3}""".formatted(address)));
        assertThat(sender.call("POST", knowingly + "/send?unattended=true", null)
                        .body())
                .contains("\"state\":\"SENT\"");
        var joined = admin.call("POST", "/api/v1/offices/" + id + "/members", "{\"email\":\"" + clerk.email() + "\"}");
        assertThat(joined.statusCode()).isEqualTo(204);
        assertThat(sender.call("POST", draft + "/send", null).body()).contains("\"state\":\"SENT\"");
        assertThat(admin.get("/api/v1/offices/" + id + "/members").body()).contains(clerk.email());
        assertThat(admin.call("DELETE", "/api/v1/offices/" + id + "/members/" + clerk.id(), null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(sender.get("/api/v1/offices").statusCode()).isEqualTo(403);
    }

    @Test
    @Tag("A-13")
    @Tag("A-1")
    @Tag("P-1")
    void anExportIsImportedBackInTwoStepsByPagesAndByPrograms() {
        Person colleague = people.clerk();
        String page = create();
        admin.post(page + "/members", Map.of("member", clerk.email()));
        String exported = admin.get("/api/v1/offices/export").body();
        assertThat(exported).isEqualTo(admin.get("/admin/offices/export").body());
        assertThat(importing(exported).body()).contains("\"toJoin\":0", "\"toLeave\":0", "\"importable\":false");

        String mine = exported.lines()
                .filter(line -> line.startsWith("\uFEFF") || line.contains(address))
                .map(line -> line.replace(clerk.email(), colleague.email()) + "\r\n")
                .collect(Collectors.joining());
        var run = importing(mine);
        assertThat(run.statusCode()).isEqualTo(201);
        assertThat(run.body()).contains("\"toJoin\":1", "\"toLeave\":1", "\"importable\":true", clerk.email());
        String shown = Visitor.location(run).replace("/api/v1/offices", "/admin/offices");
        assertThat(admin.get(shown).body())
                .contains("1 membre à ajouter, 1 à retirer", "1 personne perdra", "Confirmer l&#39;import");
        var confirmed = admin.post(shown + "/confirm", Map.of());
        assertThat(confirmed.statusCode()).isEqualTo(302);
        assertThat(admin.get(Visitor.location(confirmed)).body()).contains("1 membre(s) ajouté(s), 1 retiré(s)");
        assertThat(admin.get(page).body()).contains(colleague.name()).doesNotContain(clerk.email());

        String refused = Visitor.location(importing(mine + address + ";" + name + ";x;;a@b.fr;;\r\n"))
                .replace("/api/v1/offices", "/admin/offices");
        assertThat(admin.get(refused).body())
                .contains("rien ne peut être importé")
                .doesNotContain("/confirm\"");
        var forced = admin.post(refused + "/confirm", Map.of());
        assertThat(forced.statusCode()).isEqualTo(422);
        assertThat(forced.body()).contains("rien n&#39;a été importé");
        assertThat(visitors.signedIn(clerk).get("/admin/offices/imports").statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> importing(String csv) {
        return admin.call(
                "POST",
                "/api/v1/offices/imports?name=bureaux.csv",
                Map.of("Content-Type", "text/csv"),
                BodyPublishers.ofString(csv));
    }

    @Test
    @Tag("A-13")
    @Tag("A-5")
    void nobodySignsInAsAnOfficeAndNothingIsSentToItsAddress() {
        String office = create();
        assertThat(visitors.anybody().trySignIn(address, People.PASSWORD).statusCode())
                .isEqualTo(422);
        var taken = admin.post(
                "/admin/directory",
                Map.of(
                        "email",
                        address,
                        "firstName",
                        "Une",
                        "lastName",
                        "Personne",
                        "profile",
                        Profile.LAWYER.name(),
                        "organisation",
                        clerk.organisation()));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(admin.post("/admin/directory/" + id(office) + "/suspend", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    private String create() {
        var made = admin.post(
                "/admin/offices", Map.of("name", name, "email", address, "organisation", clerk.organisation()));
        assertThat(made.statusCode()).isEqualTo(302);
        return Visitor.location(made);
    }

    private Map<String, String> letter(String unattended) {
        return Map.of(
                "recipients", address,
                "subject", "À tout le bureau",
                "comment", "Bonjour",
                "days", "5",
                "send", "true",
                "unattended", unattended);
    }

    private static String id(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }
}
