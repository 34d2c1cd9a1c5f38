package fr.pli.app.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.app.rights.SurveyedExpertise.Reader;
import fr.pli.app.rights.SurveyedExpertise.Spot;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Filings;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.folder.Grants;
import fr.pli.expertise.folder.Proposals;
import fr.pli.expertise.folder.Subfolders;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.CsvOracle;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Matrices;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator for real people in a real expertise: what it says is what {@link EveryCellTest} finds on every route. */
@AppTest
@Tag("M-5")
@Tag("O-2")
class PersonRightsHttpTest {

    private static final List<Profile> BY_PASSWORD =
            List.of(Profile.PARTNER, Profile.LAWYER, Profile.PARTY, Profile.EXPERT, Profile.GREFFIER, Profile.AUDITOR);

    @Autowired
    SurveyedExpertise ground;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Cases cases;

    @Autowired
    Folders folders;

    @Autowired
    Subfolders subfolders;

    @Autowired
    Filings filings;

    @Autowired
    Proposals proposals;

    @Autowired
    Grants grants;

    @Autowired
    Participants participants;

    private final CsvOracle oracle = new CsvOracle(Matrices.shipped());
    private Visitor support;

    @BeforeEach
    void anOperator() {
        support = visitors.signedIn(people.active(Profile.SUPPORT));
    }

    @Test
    @Tag("M-6")
    void everyCellOfEveryRealPersonIsSaidAsItIsInTheStateAndInEveryOther() {
        ground.make();
        int looked = 0;
        for (String present : oracle.states()) {
            ground.become(present, present.equals("PAUSED"));
            for (Reader reader : ground.readers()) {
                looked += look(reader, present, "", present.equals("PAUSED"));
            }
        }
        ground.become("OPEN", false);
        for (String assumed : oracle.states()) {
            for (Reader reader : ground.readers()) {
                looked += look(reader, assumed, "?state=" + assumed, false);
            }
        }
        assertThat(looked)
                .isEqualTo(2
                        * oracle.states().size()
                        * ground.readers().size()
                        * ground.spots().size());
    }

    /** @return how many cells */
    private int look(Reader reader, String state, String query, boolean mode) {
        String body = support.get(api(ground.id(), reader.person()) + query).body();
        assertThat(body).doesNotContain(SurveyedExpertise.WORD);
        JsonNode answer = json(body);
        assertThat(answer.path("card").asString()).isEqualTo("LISTED");
        assertThat(answer.path("state").asString()).isEqualTo(state);
        for (Spot spot : ground.spots()) {
            JsonNode line = line(answer, spot.folder());
            String verdict = oracle.verdict(
                    List.of(Map.entry(reader.role(), reader.owns(spot))),
                    spot.kind(),
                    state,
                    mode && spot.ofParty(),
                    reader.granted());
            assertThat(verdict(line))
                    .as("%s in %s (%s), %s", reader, spot.kind(), reader.owns(spot), state)
                    .isEqualTo(verdict);
            assertThat(line.path("own").asBoolean()).isEqualTo(reader.owns(spot));
            assertThat(line.path("granted").asBoolean()).isEqualTo(reader.granted());
            assertThat(roles(line))
                    .isEqualTo(
                            verdict.equals("DEPOSIT") || verdict.equals("DOWNLOAD")
                                    ? List.of(reader.role())
                                    : List.of());
            assertThat(line.path("why").asString()).endsWith(".").contains("«");
        }
        return ground.spots().size();
    }

    @Test
    @Tag("M-3")
    void withSeveralRolesEachFolderSaysWhichOfThemGivesTheRight() {
        Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        one.add(lawyer, Role.PARTY_READER, one.defendant());
        JsonNode answer = answer(one, lawyer, "");
        assertThat(answer.path("roles").size()).isEqualTo(2);
        JsonNode own = line(
                answer,
                at(one, FolderKind.PARTIE_DIRES_ET_ANNEXES, one.claimant().id()));
        assertThat(own.path("right").asString()).isEqualTo("DEPOSIT");
        assertThat(roles(own)).containsExactly("AVOCAT");
        assertThat(own.path("by").get(0).path("of").path("side").asString()).isEqualTo("CLAIMANT");
        JsonNode notes = line(answer, at(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, null));
        assertThat(roles(notes)).containsExactly("AVOCAT", "PARTY_READER");
    }

    @Test
    @Tag("M-4")
    void whoDoesNotGetToTheExpertiseSeesNothingAndTheOperatorReadsWhy() {
        Case early = cases.setup();
        Person lawyer = early.lawyer(early.claimant());
        assertThat(answer(early, lawyer, "").path("card").asString()).isEqualTo("NOT_YET");
        assertThat(answer(early, lawyer, "").path("items")).isEmpty();
        assertThat(answer(early, lawyer, "?state=OPEN").path("card").asString()).isEqualTo("LISTED");
        assertThat(answer(early, lawyer, "?state=OPEN").path("items")).isNotEmpty();
        assertThat(page(early, lawyer)).contains("n&#39;est pas encore dans sa liste");
        Case one = cases.open();
        Person gone = one.lawyer(one.claimant());
        one.leaves(gone);
        JsonNode left = answer(one, gone, "");
        assertThat(left.path("card").asString()).isEqualTo("NO_ROLE");
        assertThat(left.path("items")).isEmpty();
        assertThat(left.path("roles").get(0).path("leftAt").asString()).startsWith("20");
        assertThat(page(one, gone)).contains("n&#39;y a plus aucun rôle", "n&#39;y participe plus");
        Person suspended = one.lawyer(one.claimant());
        people.suspend(suspended);
        assertThat(answer(one, suspended, "").path("card").asString()).isEqualTo("NO_ACCOUNT");
        assertThat(answer(one, suspended, "").path("items")).isEmpty();
    }

    @Test
    @Tag("E-8")
    void grantsOfADocumentAndOfASubfolderAreSaidWithoutAnyName() {
        Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        Person other = one.lawyer(one.defendant());
        UUID confidential =
                at(one, FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, one.claimant().id());
        UUID dires = at(one, FolderKind.PARTIE_DIRES_ET_ANNEXES, one.claimant().id());
        subfolders.make(lawyer, folders.find(dires).orElseThrow(), "Réunion secrète");
        Document secret = filings.one(lawyer, confidential, "secret-de-fabrique.pdf");
        proposals.accept(one.expert(), one.id(), secret.id());
        assertThat(verdict(line(answer(one, other, ""), confidential))).isEqualTo("ABSENT");
        grants.giveDocument(one.expert(), one.id(), participant(one, other), secret.id());
        JsonNode answer = answer(one, other, "");
        JsonNode line = line(answer, confidential);
        assertThat(line.path("singles").asInt()).isOne();
        assertThat(verdict(line)).isEqualTo("OFF");
        JsonNode below = StreamSupport.stream(answer.path("items").spliterator(), false)
                .filter(each -> each.path("subfolder").asString("").equals("1"))
                .findFirst()
                .orElseThrow();
        assertThat(below.path("right").asString()).isEqualTo("DOWNLOAD");
        for (String text : List.of(answer.toString(), page(one, other))) {
            assertThat(text)
                    .doesNotContain(
                            "secret-de-fabrique",
                            "Réunion secrète",
                            one.defendant().name(),
                            one.now().title());
        }
        assertThat(page(one, other)).contains("Un document accordé seul", "sous-dossier 1", "Demandeur (partie 1)");
    }

    @Test
    void theOperatorFindsTheExpertiseByWhatTheCallerReadsOutAndNeverByParts() {
        Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        String rg = one.now().rg();
        for (String whole : List.of(rg, one.now().name(), one.id().toString(), " " + rg + " ")) {
            assertThat(found(whole)).as(whole).contains(one.id().toString());
        }
        for (String part : List.of("", rg.substring(0, 4), one.now().name().substring(0, 8), "%", "Martin")) {
            assertThat(found(part)).as(part).isEqualTo("{\"items\":[],\"next\":null}");
        }
        String people =
                support.get("/api/v1/rights/expertises/" + one.id() + "/people").body();
        assertThat(people).contains(lawyer.id().toString(), lawyer.name(), "AVOCAT");
        assertThat(support.get("/rights/simulator/person?expertise=" + one.id()).body())
                .contains(lawyer.name(), "RG " + rg)
                .doesNotContain(one.now().title());
        assertThat(support.get("/rights/simulator/person?expertise=00/00000").body())
                .contains("Aucune expertise ne porte « 00/00000 »");
    }

    @Test
    void onlySupportAndAdministratorsAskAndUnknownIdsAreUnknown() {
        Case one = cases.open();
        String api = api(one.id(), one.expert().id());
        for (String path : List.of(
                api,
                "/api/v1/rights/expertises?q=" + one.id(),
                "/api/v1/rights/expertises/" + one.id() + "/people",
                "/rights/simulator/person?expertise=" + one.id())) {
            assertThat(support.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(visitors.signedIn(people.administrator()).get(path).statusCode())
                    .isEqualTo(200);
            for (Profile profile : BY_PASSWORD) {
                assertThat(visitors.signedIn(people.active(profile)).get(path).statusCode())
                        .as("%s %s", profile, path)
                        .isEqualTo(403);
            }
        }
        UUID nothing = UUID.randomUUID();
        assertThat(support.get(api(nothing, one.expert().id())).statusCode()).isEqualTo(404);
        assertThat(support.get(api(one.id(), nothing)).statusCode()).isEqualTo(404);
        assertThat(support.get(api + "?state=FINIE").statusCode()).isEqualTo(422);
    }

    private String found(String typed) {
        return support.get("/api/v1/rights/expertises?q="
                        + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8))
                .body();
    }

    private JsonNode answer(Case one, Person person, String query) {
        return json(support.get(api(one.id(), person.id()) + query).body());
    }

    private String page(Case one, Person person) {
        return support.get("/rights/simulator/person?expertise=" + one.id() + "&person=" + person.id())
                .body();
    }

    private UUID at(Case one, FolderKind kind, UUID owner) {
        return folders.at(one.id(), kind, owner);
    }

    private UUID participant(Case one, Person person) {
        return participants.of(one.id()).stream()
                .filter(each -> each.person().equals(person.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String api(UUID expertise, UUID person) {
        return "/api/v1/rights/expertises/" + expertise + "/people/" + person;
    }

    private static JsonNode line(JsonNode answer, UUID folder) {
        return StreamSupport.stream(answer.path("items").spliterator(), false)
                .filter(line -> line.path("folder").asString().equals(folder.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> roles(JsonNode line) {
        return StreamSupport.stream(line.path("by").spliterator(), false)
                .map(stand -> stand.path("role").asString())
                .sorted()
                .toList();
    }

    private static String verdict(JsonNode line) {
        String right = line.path("right").asString();
        return !right.equals("NONE") ? right : line.path("listed").asBoolean() ? "OFF" : "ABSENT";
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
