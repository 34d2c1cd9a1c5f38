package fr.pli.app.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.rights.SurveyedExpertise.Reader;
import fr.pli.app.rights.SurveyedExpertise.Spot;
import fr.pli.expertise.rights.CsvOracle;
import fr.pli.expertise.rights.ExchangeableRights;
import fr.pli.expertise.rights.Matrices;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every cell of the matrix over HTTP: for every role, every folder (own and other), every state, both modes of deposit,
 * with and without the expert's grants, each route answers what {@link CsvOracle} reads in the file. Then cells of
 * matrices that nobody has thought of, exchanged without a start.
 */
@AppTest
@Tag("M-6")
@Tag("M-4")
class EveryCellTest {

    private static final int THREADS = 3;
    private static final int ROLES = 9;
    private static final int FOLDERS = 12 + 2 * 3 + 2 * 4;
    private static final int OF_PARTIES = 2 * 4;

    @Autowired
    SurveyedExpertise ground;

    @Autowired
    ExchangeableRights rights;

    private final Queue<String> differences = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void anExpertise() {
        ground.make();
    }

    @AfterEach
    void theShippedMatrixAgain() {
        rights.restore();
    }

    @Test
    @Tag("M-1")
    @Timeout(300)
    void everyCellOfTheShippedMatrixHoldsOnEveryRoute() throws Exception {
        var oracle = new CsvOracle(Matrices.shipped());
        int plain = 0;
        for (String state : oracle.states()) {
            ground.become(state, false);
            plain += look(oracle, state, false, false, (reader, spot) -> !reader.granted());
            int granted = look(
                    oracle,
                    state,
                    false,
                    false,
                    (reader, spot) -> reader.granted() && mayBeGranted(oracle, reader, spot));
            assertThat(granted).as("cells that the expert decides").isPositive();
            ground.become(state, true);
            plain += look(oracle, state, true, false, (reader, spot) -> !reader.granted() && spot.ofParty());
        }
        assertThat(differences).isEmpty();
        assertThat(plain).isEqualTo(5 * ROLES * (FOLDERS + OF_PARTIES));
    }

    /** Nothing in the product knows what the shipped cells say. */
    @Test
    @Tag("M-2")
    @Timeout(300)
    void anyCellOfAnyMatrixHoldsOnEveryRoute() throws Exception {
        var random = new Random(20261130);
        for (int matrix = 0; matrix < 5; matrix++) {
            String csv = Matrices.random(random);
            var oracle = new CsvOracle(csv);
            rights.exchange(csv);
            String state = oracle.states().get(random.nextInt(5));
            boolean mode = random.nextBoolean();
            ground.become(state, mode);
            int part = matrix % 4;
            assertThat(look(oracle, state, mode, true, (reader, spot) -> (reader.number() + spot.number()) % 4 == part))
                    .isPositive();
        }
        assertThat(differences).isEmpty();
    }

    /** Otherwise a survey that looks at nothing would be content. */
    @Test
    void aCellThatSaysSomethingElseIsFoundOnEveryRoute() throws Exception {
        String shipped = Matrices.shipped();
        String row = "\nAVOCAT,EXPERT_NOTES_AUX_PARTIES,,";
        String cells = shipped.substring(shipped.indexOf(row) + row.length())
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(cells).isEqualTo("NONE,DOWNLOAD,DOWNLOAD,DOWNLOAD,NONE");
        rights.exchange(shipped.replace(row + cells, row + "NONE,NONE,DOWNLOAD,DOWNLOAD,NONE"));
        ground.become("OPEN", false);
        look(new CsvOracle(shipped), "OPEN", false, true, (reader, spot) -> spot.kind()
                .equals("EXPERT_NOTES_AUX_PARTIES"));
        assertThat(differences).allMatch(difference -> difference.contains("of AVOCAT"));
        for (String route : List.of("list", "search", "folder's documents", "read", "preview", "zip", "deposit")) {
            assertThat(differences)
                    .as(route)
                    .anyMatch(
                            difference -> difference.startsWith(route + " of AVOCAT in " + "EXPERT_NOTES_AUX_PARTIES"));
        }
    }

    private static boolean mayBeGranted(CsvOracle oracle, Reader reader, Spot spot) {
        return oracle.row(reader.role(), spot.kind(), reader.owns(spot)).containsValue("GRANT");
    }

    /** @return how many cells were looked at */
    private int look(CsvOracle oracle, String state, boolean mode, boolean thorough, BiPredicate<Reader, Spot> which)
            throws Exception {
        int looked = 0;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> all = ground.readers().stream()
                    .map(reader -> threads.submit(() -> new CellSurvey(ground, reader, oracle, state, mode, differences)
                            .look(
                                    ground.spots().stream()
                                            .filter(spot -> which.test(reader, spot))
                                            .toList(),
                                    thorough)))
                    .toList();
            for (Future<Integer> one : all) {
                looked += one.get();
            }
        }
        return looked;
    }
}
