package fr.pli.app.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.rights.CsvOracle;
import fr.pli.expertise.rights.ExchangeableRights;
import fr.pli.expertise.rights.Matrices;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The matrix and the simulator over HTTP: what they say is what the file says. */
@AppTest
class RightsHttpTest {

    private static final Map<String, String> WORDS = Map.of(
            "DEPOSIT", "Dépôt",
            "DOWNLOAD", "Lecture",
            "GRANT", "Si décidé",
            "DEPOSIT_IF_EXPERT_MODE", "Selon mode",
            "NONE", "Aucun");

    private static final Pattern CELL =
            Pattern.compile("<i class=\"bi bi-[\\w-]+\" aria-hidden=\"true\"></i> <span>([^<]+)<");

    /** Sapiteurs need a second factor in these tests. */
    private static final List<Profile> BY_PASSWORD = Profile.ofPeople().stream()
            .filter(profile -> profile != Profile.SAPITEUR)
            .toList();

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    ExchangeableRights rights;

    private final CsvOracle oracle = new CsvOracle(Matrices.shipped());

    @AfterEach
    void theShippedMatrixAgain() {
        rights.restore();
    }

    @Test
    @Tag("M-5")
    void everyProfileReadsTheWholeMatrixAsTheFileHasIt() {
        for (Profile profile : BY_PASSWORD) {
            Visitor visitor = visitors.signedIn(people.active(profile));
            var page = visitor.get("/rights?state=OPEN");
            assertThat(page.statusCode()).as(profile.name()).isEqualTo(200);
            assertThat(cells(page.body())).isEqualTo(wanted("OPEN"));
            assertThat(page.body().contains("href=\"/rights/simulator\""))
                    .as(profile.name())
                    .isEqualTo(profile == Profile.SUPPORT || profile == Profile.ADMINISTRATOR);
        }
        assertThat(visitors.anybody().get("/rights").statusCode()).isNotEqualTo(200);
    }

    @Test
    @Tag("M-5")
    void everyStateIsPrintedAloneOrAllTogether() {
        Visitor visitor = visitors.signedIn(people.clerk());
        var all = new StringBuilder();
        for (String state : oracle.states()) {
            String one = visitor.get("/rights?state=" + state).body();
            assertThat(cells(one)).as(state).isEqualTo(wanted(state));
            all.append(wanted(state));
        }
        assertThat(cells(visitor.get("/rights?state=all").body())).isEqualTo(all.toString());
    }

    @Test
    @Tag("P-1")
    @Tag("M-1")
    void theCallGivesEveryCellOfTheFile() {
        JsonNode rows = json(visitors.signedIn(people.partner())
                        .get("/api/v1/rights")
                        .body())
                .path("items");
        var told = new TreeSet<String>();
        for (JsonNode row : rows) {
            for (String state : oracle.states()) {
                told.add(String.join(
                        ",",
                        row.path("role").asString(),
                        row.path("folder").asString(),
                        row.path("scope").asString(""),
                        state,
                        row.path("rights").path(state).asString()));
            }
        }
        var wanted = new TreeSet<String>();
        Matrices.shipped().lines().skip(1).forEach(line -> {
            String[] fields = line.split(",");
            for (int state = 0; state < oracle.states().size(); state++) {
                wanted.add(String.join(
                        ",", fields[0], fields[1], fields[2], oracle.states().get(state), fields[3 + state]));
            }
        });
        assertThat(told).isEqualTo(wanted);
    }

    @Test
    @Tag("M-5")
    @Tag("O-2")
    void onlySupportAndAdministratorsSimulate() {
        for (Profile profile : BY_PASSWORD) {
            Visitor visitor = visitors.signedIn(people.active(profile));
            int wanted = profile == Profile.SUPPORT || profile == Profile.ADMINISTRATOR ? 200 : 403;
            assertThat(visitor.get("/rights/simulator").statusCode())
                    .as(profile.name())
                    .isEqualTo(wanted);
            assertThat(visitor.get("/api/v1/rights/simulation").statusCode())
                    .as(profile.name())
                    .isEqualTo(wanted);
        }
    }

    @Test
    @Tag("M-5")
    @Tag("M-3")
    void theSimulatorShowsWhatSomebodyWithSeveralRolesWouldSeeAndWhy() {
        Visitor support = visitors.signedIn(people.active(Profile.SUPPORT));
        for (String state : oracle.states()) {
            for (boolean granted : new boolean[] {false, true}) {
                JsonNode answer =
                        json(support.get("/api/v1/rights/simulation?standing=MAGISTRAT&standing=AVOCAT.PARTY_A"
                                        + "&expertMode=PARTY_B&state=" + state + "&granted=" + granted)
                                .body());
                assertThat(answer.path("items").size()).isEqualTo(12 + 2 * 3 + 2 * 4);
                for (JsonNode folder : answer.path("items")) {
                    String owner = folder.path("owner").asString("");
                    assertThat(verdict(folder))
                            .as("%s of %s in %s", folder.path("folder"), owner, state)
                            .isEqualTo(oracle.verdict(
                                    List.of(
                                            Map.entry("MAGISTRAT", false),
                                            Map.entry("AVOCAT", owner.equals("PARTY_A"))),
                                    folder.path("folder").asString(),
                                    state,
                                    owner.equals("PARTY_B"),
                                    granted));
                    assertThat(folder.path("why").asString()).endsWith(".").contains("«");
                }
            }
        }
    }

    @Test
    @Tag("M-4")
    void aPartysLawyerDoesNotHaveTheExpertiseBeforeItWasOpened() {
        Visitor support = visitors.signedIn(people.active(Profile.SUPPORT));
        String lawyer = "/api/v1/rights/simulation?standing=AVOCAT.PARTY_A&state=";
        assertThat(json(support.get(lawyer + "SETUP").body()).path("card").asBoolean())
                .isFalse();
        assertThat(json(support.get(lawyer + "OPEN").body()).path("card").asBoolean())
                .isTrue();
        assertThat(support.get("/rights/simulator?standing=AVOCAT.PARTY_A&state=SETUP")
                        .body())
                .contains("n&#39;apparaît pas encore dans les listes des parties");
    }

    @Test
    @Tag("M-5")
    void aWordThatTheSimulatorDoesNotKnowIsRefused() {
        Visitor support = visitors.signedIn(people.active(Profile.SUPPORT));
        for (var wrong : Map.of(
                        "standing=JUGE", "rights.standing-unknown",
                        "standing=AVOCAT", "rights.standing-unknown",
                        "state=FINIE", "rights.state-unknown",
                        "expertMode=SAPITEUR_1", "rights.party-unknown")
                .entrySet()) {
            var answer = support.get("/api/v1/rights/simulation?" + wrong.getKey());
            assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(422);
            assertThat(json(answer.body()).path("code").asString()).isEqualTo(wrong.getValue());
        }
    }

    @Test
    @Tag("M-2")
    void thePageShowsWhateverMatrixIsInForce() {
        Visitor visitor = visitors.signedIn(people.clerk());
        for (int seed = 1; seed <= 3; seed++) {
            String csv = Matrices.random(new Random(seed));
            rights.exchange(csv);
            assertThat(cells(visitor.get("/rights?state=PAUSED").body()))
                    .isEqualTo(wanted(csv, new CsvOracle(csv), "PAUSED"));
        }
    }

    private String wanted(String state) {
        return wanted(Matrices.shipped(), oracle, state);
    }

    /** In the order of the page: that of the shipped file. */
    private String wanted(String csv, CsvOracle matrix, String state) {
        var words = new StringBuilder();
        for (String folder : oracle.folders()) {
            for (String role : oracle.roles()) {
                if (csv.contains("\n" + role + "," + folder + ",OWN,")) {
                    words.append(word(matrix.row(role, folder, true).get(state)));
                }
                words.append(word(matrix.row(role, folder, false).get(state)));
            }
        }
        return words.toString();
    }

    private static String word(String cell) {
        return WORDS.get(cell) + ";";
    }

    /** The cells of all tables of a page, in their order. */
    private static String cells(String page) {
        var words = new StringBuilder();
        CELL.matcher(page.substring(page.indexOf("<table"), page.lastIndexOf("</table>")))
                .results()
                .forEach(found -> words.append(found.group(1)).append(';'));
        return words.toString();
    }

    private static String verdict(JsonNode folder) {
        String right = folder.path("right").asString();
        return !right.equals("NONE") ? right : folder.path("listed").asBoolean() ? "OFF" : "ABSENT";
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
