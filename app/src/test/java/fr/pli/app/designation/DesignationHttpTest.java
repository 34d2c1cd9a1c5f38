package fr.pli.app.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.app.AppTest;
import fr.pli.app.TestCards;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.app.card.Certified;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority.Card;
import fr.pli.exchange.testing.TestClock;
import fr.pli.expertise.designation.Answers;
import fr.pli.expertise.designation.Designated;
import fr.pli.expertise.designation.Designation;
import fr.pli.expertise.designation.DesignationRefusal;
import fr.pli.expertise.designation.DesignationState;
import fr.pli.expertise.designation.Preparation;
import fr.pli.expertise.designation.Pursuit;
import fr.pli.expertise.experts.Experts;
import fr.pli.expertise.folder.Filings;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Designations as court staff, experts and programs meet them; the installation has a card door. */
@AppTest
class DesignationHttpTest {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Certified certified;

    @Autowired
    Designated designated;

    @Autowired
    Preparation preparation;

    @Autowired
    Pursuit pursuit;

    @Autowired
    Answers answers;

    @Autowired
    Experts experts;

    @Autowired
    Filings filings;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    private Person clerk;
    private Person expert;
    private Card card;

    @BeforeEach
    void somebodyDesignates() {
        clerk = people.clerk();
        expert = people.active(Profile.EXPERT);
        card = certified.give(expert);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    @Tag("D-1")
    @Tag("D-10")
    @Tag("A-2")
    void courtStaffAndExpertsBeginWithTheirWorkspaceAndTheOthersWithTheInbox() {
        Visitor office = visitors.signedIn(clerk);
        assertThat(Visitor.location(office.get("/"))).isEqualTo("/workspace");
        assertThat(office.get("/workspace").body())
                .contains(
                        "Espace de travail Magistrat et Greffier",
                        "Mes désignations en attente",
                        "Nouvelle désignation",
                        "Vous n&#39;avez aucune désignation",
                        "Voir toutes mes désignations",
                        "Mes expertises",
                        "Voir toutes mes expertises",
                        "Carnet d&#39;adresses",
                        "href=\"/experts\"");
        Visitor desk = visitors.signedIn(expert);
        assertThat(Visitor.location(desk.get("/"))).isEqualTo("/workspace");
        assertThat(desk.get("/workspace").body())
                .contains("Espace de travail Expert", "href=\"/expertises/new\"", "href=\"/experts/mine\"")
                .doesNotContain("href=\"/designations/new\"");
        Visitor outside = visitors.signedIn(people.partner());
        assertThat(Visitor.location(outside.get("/"))).isEqualTo("/messages");
        assertThat(Visitor.location(outside.get("/workspace"))).isEqualTo("/messages");
        designated.pending(clerk, expert, null);
        assertThat(office.get("/workspace").body())
                .contains(expert.name())
                .doesNotContain("Vous n&#39;avez aucune désignation");
        assertThat(desk.get("/workspace").body()).contains(clerk.name());
    }

    @Test
    @Tag("D-2")
    @Tag("S-3")
    void onlyExpertsWithACertificateNeitherExpiredNorRevokedCanBeChosen() {
        Person without = people.active(Profile.EXPERT);
        Person late = people.active(Profile.EXPERT);
        certified.give(
                late, clock.instant().minus(Duration.ofDays(9)), clock.instant().minus(Duration.ofDays(1)));
        Visitor office = visitors.signedIn(clerk);
        String found =
                office.get("/designations/new?lastName=" + expert.lastName()).body();
        assertThat(found)
                .contains(
                        "Les experts sélectionnables disposent d&#39;un certificat actif",
                        expert.id().toString());
        for (Person other : List.of(without, late)) {
            assertThat(office.get("/designations/new?lastName=" + other.lastName())
                            .body())
                    .doesNotContain(other.id().toString());
            assertThat(office.get("/experts?lastName=" + other.lastName()).body())
                    .contains(other.email(), "sans certificat actif");
            var refused =
                    office.post("/designations/new", Map.of("expert", other.id().toString()));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Cet expert ne peut pas être désigné");
        }
        var nobody = office.post("/designations/new", Map.of());
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("Choisissez un expert dans la liste");
    }

    @Test
    @Tag("D-2")
    @Tag("C-1")
    void aCertificateRevokedAfterTheChoiceIsAskedAboutOnSending() {
        Designation draft = designated.draft(clerk, expert, null);
        assertThat(experts.selectable(expert)).isTrue();
        TestCards.revoke(card.certificate());
        assertThat(experts.selectable(expert)).as("nobody has asked yet").isTrue();
        assertThatThrownBy(() -> preparation.send(clerk, draft.id()))
                .extracting("refusal")
                .isEqualTo(DesignationRefusal.NOT_SELECTABLE);
        assertThat(experts.selectable(expert)).isFalse();
        assertThat(designated.now(draft).state()).isEqualTo(DesignationState.DRAFT);

        Person other = people.active(Profile.EXPERT);
        Card second = certified.give(other);
        TestCards.revoke(second.certificate());
        jobs.sweep("card.revocation");
        assertThat(experts.selectable(other)).as("the sweep has asked").isFalse();
    }

    @Test
    @Tag("D-2")
    @Tag("D-3")
    @Tag("D-5")
    @Tag("D-6")
    void fromTheFirstStepToTheWithdrawalWithoutJavaScript() {
        Visitor office = visitors.signedIn(clerk);
        var chosen =
                office.post("/designations/new", Map.of("expert", expert.id().toString()));
        String files = Visitor.location(chosen);
        String page = files.replace("/files", "");
        UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        assertThat(office.get(files).body())
                .contains(
                        "Expert désigné",
                        expert.email(),
                        "Documents de désignation",
                        "Vous n&#39;avez pas encore déposé de fichiers, veuillez sélectionner un ou plusieurs fichiers",
                        "Envoyer la désignation");
        assertThat(Visitor.location(office.get(page))).isEqualTo(files);
        UUID message = designated.now(id).message();
        UUID spare = designated.attach(clerk, message, "erreur.pdf", true);
        designated.attach(clerk, message, "Ordonnance <du> 9 mars.pdf", true);
        assertThat(office.get(files).body()).contains("erreur.pdf", "/files/" + spare + "/remove");
        office.post(files + "/" + spare + "/remove", Map.of("rg", "14/00112", "court", "TJ33063"));
        assertThat(office.get(files).body()).doesNotContain("erreur.pdf").contains("14/00112");
        var wrong = office.post(files, Map.of("rg", "n'importe quoi", "court", "TJ33063"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("n&#39;importe quoi", "numéro RG");
        var next = office.post(files, Map.of("rg", "14/00112", "court", "TJ33063", "claimant", "Poitou"));
        assertThat(Visitor.location(next)).isEqualTo(page + "/confirm");
        assertThat(office.get(page + "/confirm").body())
                .contains("Confirmer l&#39;envoi", expert.name(), "Ordonnance &lt;du&gt; 9 mars.pdf", "14/00112");
        assertThat(Visitor.location(office.post(page + "/confirm", Map.of()))).isEqualTo(page);

        String pending = office.get(page).body();
        assertThat(pending)
                .contains(
                        "Expert désigné le ",
                        "Télécharger tous les documents",
                        "Relancer l&#39;expert",
                        "pas encore ouverte",
                        "Historique",
                        "La désignation ne peut être retirée qu&#39;après au moins une relance de l&#39;expert.")
                .contains("disabled aria-describedby=\"why-withdraw\"");
        var early = office.post(page + "/withdraw", Map.of());
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("après au moins une relance");

        Visitor desk = visitors.signedIn(expert);
        assertThat(desk.call("HEAD", page, null).statusCode()).isEqualTo(200);
        assertThat(designated.now(id).openedAt()).as("HEAD opens nothing").isNull();
        assertThat(desk.get(page).body())
                .contains("Désignation reçue le", clerk.name(), "Accepter la désignation", "Refuser la désignation")
                .doesNotContain("Relancer l&#39;expert");
        assertThat(office.get(page).body()).contains("ouverte le").doesNotContain("pas encore ouverte");
        assertThat(desk.get("/messages/" + message + "/zip").statusCode()).isEqualTo(200);
        Eventually.until("the download is told", () -> office.get(page).body().contains("téléchargé en entier le"));

        office.post(page + "/remind", Map.of());
        assertThat(office.get(page + "/withdraw").body()).contains("Oui, retirer la désignation", expert.name());
        assertThat(Visitor.location(office.post(page + "/withdraw", Map.of()))).isEqualTo(page);
        assertThat(desk.get("/messages/" + message + "/zip").statusCode()).isEqualTo(404);
        assertThat(desk.get(page).body())
                .contains("Ordonnance &lt;du&gt; 9 mars.pdf", "ne vous sont plus ouverts")
                .doesNotContain("/messages/" + message);
        assertThat(office.get("/messages/" + message + "/zip").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("D-7")
    @Tag("D-8")
    void theExpertAcceptsAPrefilledForm() {
        Designation one = designated.pending(clerk, expert, null);
        Visitor desk = visitors.signedIn(expert);
        String page = "/designations/" + one.id();
        assertThat(desk.get(page + "/accept").body())
                .contains("value=\"Poitou\"", "value=\"Hartmann\"", "value=\"14/00112\"", "value=\"2026-03-09\"")
                .contains("Tribunal judiciaire de Bordeaux", clerk.email());
        var fields = new HashMap<>(Map.of(
                "claimant", "Poitou",
                "defendant", "Hartmann",
                "court", "Tribunal judiciaire de Bordeaux",
                "rg", "14/00112",
                "greffier", clerk.email(),
                "amount", "2 500,50",
                "message", "Je commence en <janvier>."));
        var undeclared = desk.post(page + "/accept", fields);
        assertThat(undeclared.statusCode()).isEqualTo(422);
        assertThat(undeclared.body()).contains("Cochez la déclaration", "2 500,50", "Je commence en &lt;janvier&gt;.");
        fields.put("declared", "true");
        String made = Visitor.location(desk.post(page + "/accept", fields));
        assertThat(made).startsWith("/expertises/");
        assertThat(desk.get(made).body()).contains("POITOU_HARTMANN_TJ33063_RG14/00112");
        Visitor office = visitors.signedIn(clerk);
        assertThat(office.get(page).body())
                .contains("a accepté la désignation", made, "Je commence en &lt;janvier&gt;.");
        assertThat(office.get(made).statusCode()).isEqualTo(200);
        assertThat(Visitor.location(desk.get(page + "/accept"))).isEqualTo(page);
        assertThat(desk.post(page + "/refuse", Map.of("reason", "OTHER", "comment", "x"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(designated.now(one).state()).isEqualTo(DesignationState.ACCEPTED);
    }

    @Test
    @Tag("D-7")
    @Tag("D-8")
    void aRefusalNamesItsReasonAndAnotherExpertIsOfferedThePackageInOneStep() {
        Designation one = designated.pending(clerk, expert, null);
        String page = "/designations/" + one.id();
        Visitor desk = visitors.signedIn(expert);
        var empty = desk.post(page + "/refuse", Map.of());
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Indiquez le motif");
        assertThat(Visitor.location(desk.post(page + "/refuse", Map.of("reason", "CONFLICT"))))
                .isEqualTo(page);
        Visitor office = visitors.signedIn(clerk);
        assertThat(office.get(page).body()).contains("Conflit d&#39;intérêts ou récusation", page + "/offer");
        Person next = people.active(Profile.EXPERT);
        certified.give(next);
        String confirm = Visitor.location(
                office.post(page + "/offer", Map.of("expert", next.id().toString())));
        assertThat(confirm).endsWith("/confirm");
        assertThat(office.get(confirm).body()).contains(next.name(), "Ordonnance.pdf", "Assignation.pdf", "14/00112");
        String sent = Visitor.location(office.post(confirm, Map.of()));
        assertThat(visitors.signedIn(next).get(sent).body()).contains("Accepter la désignation", "Ordonnance.pdf");
    }

    @Test
    @Tag("P-1")
    void aProgramDoesAllOfItAndAForeignOneIsUnknown() {
        Visitor office = visitors.signedIn(clerk);
        var made = office.call("POST", "/api/v1/designations", "{\"expert\":\"" + expert.id() + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String api = Visitor.location(made);
        UUID id = UUID.fromString(api.substring(api.lastIndexOf('/') + 1));
        designated.attach(clerk, designated.now(id).message(), "Ordonnance.pdf", true);
        assertThat(office.call(
                                "PUT",
                                api + "/matter",
                                "{\"court\":\"TJ33063\",\"rg\":\"14/00112\",\"claimant\":\"A\",\"defendant\":\"B\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(office.get(api + "/files").body()).contains("Ordonnance.pdf");
        assertThat(office.call("POST", api + "/send", null).body()).contains("\"state\":\"PENDING\"");
        Visitor desk = visitors.signedIn(expert);
        assertThat(office.get(api).body()).contains("\"openedAt\":null");
        desk.call("POST", api + "/opened", null);
        assertThat(office.get(api).body()).doesNotContain("\"openedAt\":null");
        assertThat(desk.get("/api/v1/designations?state=PENDING").body()).contains(id.toString());
        var accepted = desk.call(
                "POST",
                api + "/accept",
                "{\"declared\":true,\"claimant\":\"A\",\"defendant\":\"B\",\"court\":\"TJ33063\",\"rg\":\"14/00112\"}");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        assertThat(accepted.body()).contains("\"state\":\"ACCEPTED\"", "\"expertise\":\"");
        var again = desk.call("POST", api + "/refuse", "{\"reason\":\"OTHER\",\"comment\":\"x\"}");
        assertThat(again.statusCode()).isEqualTo(409);
        Visitor stranger = visitors.signedIn(people.clerk());
        assertThat(stranger.get(api).statusCode()).isEqualTo(404);
        assertThat(stranger.call("POST", api + "/remind", null).statusCode()).isEqualTo(404);
    }

    /** Two tabs, two nodes: whatever the road, one answer. */
    @Test
    @Tag("D-9")
    void manyClicksByHttpGiveOneAnswer() throws Exception {
        Designation one = designated.pending(clerk, expert, null);
        String api = "/api/v1/designations/" + one.id();
        List<Callable<HttpResponse<String>>> clicks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Visitor tab = visitors.signedIn(expert);
            tab.formToken();
            clicks.add(
                    () -> tab.call(
                            "POST",
                            api + "/accept",
                            "{\"declared\":true,\"claimant\":\"A\",\"defendant\":\"B\",\"court\":\"TJ33063\",\"rg\":\"14/00112\"}"));
            clicks.add(() -> tab.call("POST", api + "/refuse", "{\"reason\":\"UNAVAILABLE\"}"));
        }
        int done = 0;
        try (var threads = Executors.newFixedThreadPool(clicks.size())) {
            for (Future<HttpResponse<String>> click : threads.invokeAll(clicks)) {
                int status = click.get().statusCode();
                assertThat(status).isIn(200, 409);
                done += status == 200 ? 1 : 0;
            }
        }
        assertThat(done).isEqualTo(1);
    }

    @Test
    @Tag("D-7")
    void aFileJoinedToTheAnswerIsStoppedAndReplacedOnItsOwnPage() {
        Designation one = designated.pending(clerk, expert, null);
        String page = "/designations/" + one.id();
        Visitor desk = visitors.signedIn(expert);
        var answer = desk.call("POST", "/api/v1" + page + "/answer", null);
        Matcher draft = ID.matcher(answer.body());
        assertThat(draft.find()).as(answer.body()).isTrue();
        UUID message = UUID.fromString(draft.group(1));
        UUID bad = designated.attach(expert, message, "piege.exe", false);
        assertThat(desk.get(page + "/refuse").body()).contains("piege.exe");
        desk.post(page + "/refuse", Map.of("reason", "UNAVAILABLE"));
        assertThat(desk.get(page).body()).contains("ne sont pas encore partis");
        filings.infected(bad);
        assertThat(desk.get(page + "/answer").body()).contains("Ces fichiers ne sont pas partis", "Transmettre");
        assertThat(desk.get("/messages/drafts/" + message).statusCode()).isEqualTo(302);
        desk.post(page + "/answer/files/" + bad + "/remove", Map.of());
        designated.attach(expert, message, "certificat.pdf", true);
        assertThat(Visitor.location(desk.post(page + "/answer", Map.of()))).isEqualTo(page);
        assertThat(visitors.signedIn(clerk).get(page).body()).contains("certificat.pdf");
    }

    @Test
    @Tag("S-3")
    void theAddressBookIsForJusticeStaffAndLinkedFromTheFootOfTheHomePage() {
        Visitor anybody = visitors.anybody();
        assertThat(anybody.get("/").body()).contains("href=\"/experts\"");
        assertThat(Visitor.location(anybody.get("/experts"))).contains("/sign-in");
        for (Person other : List.of(expert, people.partner(), people.active(Profile.LAWYER))) {
            Visitor visitor = visitors.signedIn(other);
            assertThat(visitor.get("/experts").statusCode()).isEqualTo(403);
            assertThat(visitor.get("/api/v1/experts").statusCode()).isEqualTo(403);
        }
        Visitor office = visitors.signedIn(people.active(Profile.MAGISTRAT));
        assertThat(office.get("/experts?lastName=" + encode(expert.lastName())).body())
                .contains(expert.email(), "sélectionnable");
        assertThat(office.get("/api/v1/experts?lastName=" + encode(expert.lastName()))
                        .body())
                .contains("\"selectable\":true");
        assertThat(office.get("/experts?specialty=magie").body()).contains("« magie » n&#39;est pas une spécialité");
        Visitor desk = visitors.signedIn(expert);
        assertThat(Visitor.location(desk.post(
                        "/experts/mine",
                        Map.of("court", "CA-BORDEAUX", "specialties", "A.1.1", "mobile", "06 01 02 03 04"))))
                .isEqualTo("/experts/mine");
        assertThat(office.get("/experts?lastName=" + encode(expert.lastName())).body())
                .contains("Cour d&#39;appel de Bordeaux", "A.1.1", "06 01 02 03 04");
        assertThat(desk.post("/experts/mine", Map.of("mobile", "allô")).statusCode())
                .isEqualTo(422);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
