package fr.pli.app.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.Eventually;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Filings;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Folders, deposits and documents as people and programs meet them. */
@AppTest
class FolderHttpTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Cases cases;

    @Autowired
    Filings filings;

    @Autowired
    Folders folders;

    private Case one;
    private Person lawyer;
    private Person other;
    private UUID dires;
    private String page;
    private String api;

    @BeforeEach
    void anOpenExpertise() {
        one = cases.open();
        lawyer = one.lawyer(one.claimant());
        other = one.lawyer(one.defendant());
        dires = at(FolderKind.PARTIE_DIRES_ET_ANNEXES, one.claimant().id());
        page = "/expertises/" + one.id();
        api = "/api/v1/expertises/" + one.id();
    }

    @Test
    @Tag("M-4")
    void aHiddenFolderAnswersLikeOneThatNeverWasAndAClosedOneSaysWhy() {
        Visitor visitor = visitors.signedIn(other);
        UUID hidden = at(FolderKind.EXPERT_VERS_MAGISTRAT, null);
        UUID confidential =
                at(FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, one.claimant().id());
        String tree = visitor.get(page).body();
        assertThat(tree).contains("Dires et annexes").doesNotContain(hidden.toString(), confidential.toString());
        for (String below : List.of("", "/documents", "/zip", "/deposits")) {
            for (UUID folder : List.of(hidden, confidential)) {
                UUID nothing = UUID.randomUUID();
                String unknown =
                        visitor.get(api + "/folders/" + nothing + below).body();
                var answer = visitor.get(api + "/folders/" + folder + below);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body().replace(folder.toString(), ""))
                        .isEqualTo(unknown.replace(nothing.toString(), ""));
            }
        }
        Document document = filings.one(lawyer, dires, "dire-1.pdf");
        assertThat(visitor.get(page + "/documents/" + document.id()).statusCode())
                .isEqualTo(200);
        Case early = cases.setup();
        Visitor expert = visitors.signedIn(early.expert());
        UUID closed = folders.at(
                early.id(), FolderKind.PARTIE_DIRES_ET_ANNEXES, early.claimant().id());
        var shown = expert.get("/expertises/" + early.id() + "/folders/" + closed);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("fermé au rôle Expert", "href=\"/rights\"");
        var list = expert.get("/api/v1/expertises/" + early.id() + "/folders/" + closed + "/documents");
        assertThat(list.statusCode()).isEqualTo(403);
        assertThat(list.body()).contains("folder.off", "fermé au rôle Expert");
    }

    @Test
    @Tag("M-4")
    void theDocumentsOfAFolderThatIsClosedNowAnswerLikeUnknownOnes() {
        Document document = filings.one(one.expert(), at(FolderKind.GREFFE_RAPPORT_DEFINITIF, null), "rapport.pdf");
        Visitor expert = visitors.signedIn(one.expert());
        String its = page + "/documents/" + document.id();
        assertThat(expert.get(its).statusCode()).isEqualTo(200);
        one.become(ExpertiseState.REJECTED);
        String unknown = essence(expert.get(page + "/documents/" + UUID.randomUUID()));
        assertThat(essence(expert.get(its))).isEqualTo(unknown);
        for (String below : List.of("", "/receipts")) {
            assertThat(expert.get("/api/v1" + its + below).statusCode()).isEqualTo(404);
        }
        assertThat(expert.get("/messages/" + document.message() + "/files/" + document.file())
                        .statusCode())
                .isEqualTo(404);
        assertThat(expert.get("/messages/" + document.message()).statusCode()).isEqualTo(404);
        assertThat(expert.get("/messages/" + document.message() + "/zip").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("E-4")
    void theFolderPageListsSortsAndGivesASelectionAsAZip() throws IOException {
        List<Document> made = filings.deposited(lawyer, dires, "b.pdf", "a.pdf", "c.pdf");
        Visitor visitor = visitors.signedIn(other);
        String folder = page + "/folders/" + dires;
        String body = visitor.get(folder + "?sort=name").body();
        assertThat(body).contains("Nom", "Taille", "Déposé par", "Ajouté le", lawyer.name(), "Avocat de Martin");
        assertThat(body.split("class=\"new\"", -1)).as("« New » three times").hasSize(4);
        assertThat(body.indexOf("a.pdf")).isLessThan(body.indexOf("b.pdf"));
        assertThat(visitor.get(folder + "?sort=-name").body()).containsSubsequence("c.pdf", "b.pdf", "a.pdf");
        assertThat(visitor.get(folder + "?selected=all").body().split("checked=\"checked\"", -1))
                .hasSize(4);
        assertThat(body).doesNotContain("checked=\"checked\"");
        String chosen = folder + "/zip?documents=" + made.get(0).id() + "&documents="
                + made.get(2).id();
        var zip = visitor.call("GET", chosen, Map.of(), BodyPublishers.noBody(), BodyHandlers.ofByteArray());
        assertThat(names(zip.body())).containsExactly("EMPREINTES.txt", "b.pdf", "c.pdf");
        var again = visitor.call("GET", chosen, Map.of(), BodyPublishers.noBody(), BodyHandlers.ofByteArray());
        assertThat(again.body()).isEqualTo(zip.body());
        Eventually.until(
                "what was downloaded is not new",
                () -> visitor.get(folder).body().split("class=\"new\"", -1).length == 2);
        assertThat(names(visitor.call(
                                "GET", folder + "/zip", Map.of(), BodyPublishers.noBody(), BodyHandlers.ofByteArray())
                        .body()))
                .hasSize(4);
        assertThat(visitor.get(folder + "/zip?documents=" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("E-4")
    void aLongFolderIsShownPageByPageInEveryOrder() {
        for (int i = 0; i < 4; i++) {
            filings.deposited(lawyer, dires, "p" + i + "-a.txt", "p" + i + "-longer.txt", "p" + i + "-b.txt");
        }
        Visitor visitor = visitors.signedIn(other);
        for (String sort : List.of("name", "-name", "size", "-size", "depositor", "-depositor", "date", "-date")) {
            var seen = new ArrayList<String>();
            String after = "";
            do {
                String body = visitor.get(api + "/folders/" + dires + "/documents?limit=5&sort=" + sort + after)
                        .body();
                var ids = Pattern.compile("\"path\":\"([^\"]+)\"").matcher(body);
                while (ids.find()) {
                    seen.add(ids.group(1));
                }
                var next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(body);
                after = next.find() ? "&after=" + next.group(1) : null;
            } while (after != null);
            assertThat(seen).as(sort).hasSize(12).doesNotHaveDuplicates();
            if (sort.equals("name")) {
                assertThat(seen).isSorted();
            }
        }
    }

    @Test
    @Tag("E-4")
    @Tag("M-5")
    void aDepositIsPreparedConfirmedOnItsBannerAndPublished() {
        Visitor visitor = visitors.signedIn(lawyer);
        var begun = visitor.post(page + "/folders/" + dires + "/deposits", Map.of());
        assertThat(begun.statusCode()).isEqualTo(302);
        String deposit = Visitor.location(begun);
        UUID message = UUID.fromString(deposit.substring(deposit.lastIndexOf('/') + 1));
        assertThat(visitor.get(deposit).body()).contains("Déposer dans « Dires et annexes »", "Continuer");
        assertThat(Visitor.location(visitor.get("/messages/drafts/" + message))).isEqualTo(deposit);
        filings.attach(lawyer, message, "dire-1.pdf", "Dire".getBytes(), true);
        var next = visitor.post(deposit, Map.of("comment", "Notre dire n° 1"));
        assertThat(Visitor.location(next)).isEqualTo(deposit + "/confirm");
        assertThat(visitor.get(deposit + "/confirm").body())
                .contains(
                        "Vous allez déposer 1 fichier",
                        "Un dépôt est définitif",
                        "Confirmer le dépôt",
                        "Notre dire n° 1");
        assertThat(visitor.get(page + "/folders/" + dires).body()).contains("Dépôts en préparation", deposit);
        var confirmed = visitor.post(deposit + "/confirm", Map.of("comment", "Notre dire n° 1"));
        assertThat(Visitor.location(confirmed)).isEqualTo(deposit);
        assertThat(visitor.get(deposit).body())
                .contains("Votre dépôt dans « Dires et annexes »", "dire-1.pdf", "SHA-256");
        String folder = visitors.signedIn(other).get(page + "/folders/" + dires).body();
        assertThat(folder)
                .contains("dire-1.pdf", "Vous pouvez télécharger ici, pas déposer")
                .doesNotContain(deposit);
        assertThat(visitors.signedIn(other).get(deposit).statusCode()).isEqualTo(404);
        var foreign = visitors.signedIn(other).post(page + "/folders/" + dires + "/deposits", Map.of());
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).contains("Le dépôt n&#39;est pas possible ici", "rôle Avocat, état En cours");
    }

    @Test
    @Tag("P-1")
    @Tag("E-4")
    void aProgramDepositsByTheSameRoad() {
        Visitor program = visitors.signedIn(lawyer);
        String made = program.call("POST", api + "/folders/" + dires + "/deposits", null)
                .body();
        UUID message = UUID.fromString(value(made, "id"));
        filings.attach(lawyer, message, "dire-1.pdf", "Dire".getBytes(), true);
        UUID file = filings.file(message, "dire-1.pdf");
        var words = program.call(
                "PUT",
                api + "/deposits/" + message,
                "{\"comment\":\"Bonjour\",\"files\":[{\"file\":\"" + file + "\",\"cote\":\"1\"}]}");
        assertThat(words.statusCode()).isEqualTo(422);
        assertThat(words.body()).contains("folder.cote-not-here");
        assertThat(program.call("PUT", api + "/deposits/" + message, "{\"comment\":\"Bonjour\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(program.call("POST", api + "/deposits/" + message + "/names", null)
                        .body())
                .contains("Parties-Dires et annexes - 001 dire-1.pdf");
        var confirmed = program.call("POST", api + "/deposits/" + message + "/confirm", null);
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.body()).contains("\"role\":\"AVOCAT\"").doesNotContain("\"documents\":[]");
        String list = visitors.signedIn(other)
                .get(api + "/folders/" + dires + "/documents")
                .body();
        assertThat(list).contains("\"unread\":true", "\"number\":1");
        String document = value(list, "id");
        Visitor reader = visitors.signedIn(other);
        assertThat(reader.get("/api/v1/expertises/unread?expertises=" + one.id())
                        .body())
                .contains("\"documents\":1");
        assertThat(reader.call("POST", api + "/documents/" + document + "/seen", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(program.get(api + "/documents/" + document + "/receipts").body())
                .contains(other.name(), "\"seenAt\":\"20");
        assertThat(reader.get(api + "/documents/" + document + "/receipts").statusCode())
                .isEqualTo(403);
        var gone = program.call("DELETE", "/api/v1/drafts/" + message, null);
        assertThat(gone.statusCode()).isBetween(400, 499);
        assertThat(program.call("DELETE", "/api/v1/messages/" + message, null).statusCode())
                .isEqualTo(409);
    }

    @Test
    @Tag("E-10")
    void theBannerWarnsWithoutAGreffierAndTheDepositWaitsForTheAnswer() {
        UUID folder = at(FolderKind.EXPERT_PARTIES_VERS_GREFFE, null);
        UUID message = filings.draft(lawyer, folder, "demande.pdf");
        String deposit = page + "/deposits/" + message;
        Visitor visitor = visitors.signedIn(lawyer);
        assertThat(visitor.get(deposit + "/confirm").body()).contains("Aucun greffier actif");
        var refused = visitor.post(deposit + "/confirm", Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Aucun greffier actif ne participe");
        assertThat(visitor.post(deposit + "/confirm", Map.of("unattended", "true"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    @Tag("E-4")
    @Tag("X-11")
    void whatIsBlockedSaysWhyAndCanBeCorrected() {
        UUID message = filings.unanalysed(lawyer, dires, "piege.exe");
        String deposit = page + "/deposits/" + message;
        Visitor visitor = visitors.signedIn(lawyer);
        visitor.post(deposit + "/confirm", Map.of());
        assertThat(visitor.get(deposit).body()).contains("Dépôt confirmé", "Reprendre pour corriger");
        assertThat(visitor.get(page + "/folders/" + dires).body()).contains("en attente d&#39;analyse");
        filings.infected(filings.file(message, "piege.exe"));
        assertThat(visitor.get(deposit).body()).contains("Le dépôt a été arrêté", "piege.exe", "Continuer");
        UUID file = filings.file(message, "piege.exe");
        assertThat(visitor.post(deposit + "/files/" + file + "/remove", Map.of("comment", "gardé"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.get(deposit).body()).contains("gardé").doesNotContain("piege.exe");
        assertThat(visitor.post(deposit + "/delete", Map.of()).statusCode()).isEqualTo(302);
        assertThat(visitor.get(deposit).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("E-8")
    void theExpertAnswersAProposalOnItsPageAndDecidesWhoElseMayHaveIt() {
        UUID folder = at(FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, one.claimant().id());
        Document proposal = filings.one(lawyer, folder, "secret.pdf");
        String its = page + "/documents/" + proposal.id();
        Visitor expert = visitors.signedIn(one.expert());
        assertThat(expert.get(page).body()).contains("Propositions à examiner", "secret.pdf");
        assertThat(expert.get(its).body()).contains("Votre réponse à la proposition");
        assertThat(visitors.signedIn(lawyer).get(its).body())
                .contains("proposé à l&#39;expert")
                .doesNotContain("Votre réponse à la proposition");
        assertThat(visitors.signedIn(other).get(its).statusCode()).isEqualTo(404);
        assertThat(expert.post(its + "/refuse", Map.of("reason", "")).statusCode())
                .isEqualTo(422);
        assertThat(expert.post(its + "/accept", Map.of()).statusCode()).isEqualTo(302);
        String accepted = expert.get(its).body();
        assertThat(accepted).contains("Martin", "proposé par " + lawyer.name(), "Accorder à", other.name());
        String participant = between(accepted, "<option value=\"", "\"");
        assertThat(expert.post(its + "/grants", Map.of("participant", participant))
                        .statusCode())
                .isEqualTo(302);
        String given = expert.get(its).body();
        String grant = between(given, "/grants/", "/revoke");
        assertThat(given).contains("Accordé le");
        assertThat(expert.call("GET", api + "/grants", null).body()).contains(grant);
        assertThat(expert.post(its + "/grants/" + grant + "/revoke", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(expert.call("GET", api + "/grants", null).body()).contains("\"revokedAt\":\"20");
        assertThat(visitors.signedIn(lawyer).get(api + "/grants").statusCode()).isEqualTo(403);
    }

    @Test
    @Tag("E-6")
    void theDashboardCountsWhatIsNotDownloadedAndFiltersByState() {
        filings.deposited(lawyer, dires, "dire-1.pdf", "annexe.pdf");
        Visitor expert = visitors.signedIn(one.expert());
        String cards = expert.get("/expertises").body();
        assertThat(cards).contains("2 documents non téléchargés", one.now().title());
        assertThat(expert.get("/expertises?state=PAUSED").body())
                .doesNotContain(one.now().title());
        assertThat(expert.get("/expertises?state=OPEN").body())
                .contains(one.now().title());
        assertThat(expert.get("/expertises?state=x&after=y").statusCode()).isEqualTo(200);
        visitors.signedIn(one.expert()).get(page + "/folders/" + dires + "/zip");
        Eventually.until(
                "all is downloaded", () -> !expert.get("/expertises").body().contains("non téléchargé"));
        assertThat(visitors.signedIn(lawyer).get("/expertises").body()).doesNotContain("non téléchargé");
    }

    @Test
    @Tag("X-5")
    @Tag("N-6")
    void aHeadOrAPrefetchOpensNothingAndOpeningEndsItsNotice() {
        UUID folder = at(FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, one.claimant().id());
        Document proposal = filings.one(lawyer, folder, "secret.pdf");
        String its = page + "/documents/" + proposal.id();
        Visitor expert = visitors.signedIn(one.expert());
        assertThat(expert.get("/notices").body()).contains("secret.pdf");
        String before = expert.get("/api/v1/me/notices").body();
        expert.call("HEAD", its, Map.of(), BodyPublishers.noBody());
        expert.call("GET", its, Map.of("Sec-Purpose", "prefetch"), BodyPublishers.noBody());
        assertThat(filings.facts("document.seen", proposal.message())).isZero();
        assertThat(expert.get("/api/v1/me/notices").body()).isEqualTo(before);
        expert.get(its);
        assertThat(filings.facts("document.seen", proposal.message())).isOne();
        assertThat(expert.get("/api/v1/me/notices").body()).isNotEqualTo(before);
        Visitor author = visitors.signedIn(lawyer);
        String told = author.get("/api/v1/me/notices").body();
        author.get(page + "/deposits/" + proposal.message());
        assertThat(author.get("/api/v1/me/notices").body()).isNotEqualTo(told);
    }

    private UUID at(FolderKind kind, UUID owner) {
        return folders.at(one.id(), kind, owner);
    }

    private static String essence(HttpResponse<String> answer) {
        return answer.statusCode() + answer.body().replaceAll("content=\"[^\"]+\"|value=\"[^\"]+\"", "");
    }

    private static String value(String json, String field) {
        return between(json, "\"" + field + "\":\"", "\"");
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        assertThat(from).as(text).isGreaterThanOrEqualTo(before.length());
        return text.substring(from, text.indexOf(after, from));
    }

    private static List<String> names(byte[] zip) throws IOException {
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                in.readAllBytes();
            }
        }
        return names;
    }
}
