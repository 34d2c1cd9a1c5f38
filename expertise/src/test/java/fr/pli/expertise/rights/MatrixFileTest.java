package fr.pli.expertise.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("M-1")
class MatrixFileTest {

    private static final String EXPERT_DESIGNATION = "EXPERT,EXPERT_DESIGNATION,,";
    private static final String AVOCAT_OWN = "AVOCAT,PARTIE_BORDEREAUX,OWN,";

    @TempDir
    Path folder;

    /** What is broken, and the sentence that says so. */
    static Stream<Arguments> faults() {
        return Stream.of(
                fault(csv -> "", "line 1: the file is empty"),
                fault(csv -> csv.replaceFirst(",PAUSED", ""), "line 1: the column « PAUSED » is missing"),
                fault(
                        csv -> csv.replaceFirst("PAUSED", "PAUSE"),
                        "line 1: there is no column or state named « PAUSE »"),
                fault(csv -> csv.replaceFirst("PAUSED", "OPEN"), "line 1: the column « OPEN » stands there twice"),
                fault(csv -> csv.replaceFirst("\nEXPERT,", "\nEXPERTS,"), "line 2: « EXPERTS » is no role"),
                fault(
                        csv -> csv.replace(EXPERT_DESIGNATION, "EXPERT,DESIGNATION,,"),
                        "line 2: « DESIGNATION » is no folder"),
                fault(
                        csv -> csv.replace(EXPERT_DESIGNATION, "EXPERT,EXPERT_DESIGNATION,ANY,"),
                        "line 2: EXPERT_DESIGNATION is one per expertise: its scope stays blank"),
                fault(
                        csv -> csv.replace(EXPERT_DESIGNATION + "DEPOSIT", EXPERT_DESIGNATION + "WRITE"),
                        "line 2: « WRITE » is no right (column SETUP)"),
                fault(
                        csv -> csv.replace(EXPERT_DESIGNATION + "DEPOSIT", EXPERT_DESIGNATION),
                        "line 2: an empty field is no right (column SETUP)"),
                fault(
                        csv -> csv.replace(
                                EXPERT_DESIGNATION + "DEPOSIT", EXPERT_DESIGNATION + "DEPOSIT_IF_EXPERT_MODE"),
                        "line 2: DEPOSIT_IF_EXPERT_MODE has a meaning in the folders of parties only"),
                fault(
                        csv -> csv.replace(EXPERT_DESIGNATION + "DEPOSIT,", EXPERT_DESIGNATION),
                        "line 2: 7 fields instead of 8"),
                fault(csv -> csv + "EXPERT,X\n", "line 192: 2 fields instead of 8"),
                fault(csv -> csv.replace(AVOCAT_OWN, "AVOCAT,PARTIE_BORDEREAUX,MINE,"), ": « MINE » is no scope"),
                fault(
                        csv -> csv.replace(AVOCAT_OWN, "AVOCAT,PARTIE_BORDEREAUX,,"),
                        ": PARTIE_BORDEREAUX needs a scope: ANY, or OWN and OTHER"),
                fault(
                        csv -> csv.replace(AVOCAT_OWN, "AVOCAT,PARTIE_BORDEREAUX,ANY,"),
                        ": AVOCAT in PARTIE_BORDEREAUX has ANY beside OWN or OTHER"),
                fault(csv -> without(csv, AVOCAT_OWN), ": AVOCAT in PARTIE_BORDEREAUX has OTHER alone, without OWN"),
                fault(
                        csv -> without(csv, "AVOCAT,PARTIE_BORDEREAUX,OTHER,"),
                        ": AVOCAT in PARTIE_BORDEREAUX has OWN alone, without OTHER"),
                fault(
                        csv -> csv + csv.lines().skip(1).findFirst().orElseThrow() + "\n",
                        "line 192: EXPERT in EXPERT_DESIGNATION stands already in line 2"),
                fault(
                        csv -> without(csv, "GREFFIER,EXPERT_VERS_MAGISTRAT"),
                        "after the last line: no row says what GREFFIER may do in EXPERT_VERS_MAGISTRAT"),
                fault(csv -> csv.replaceFirst("\nEXPERT,", "\n\"EXPERT,"), "it cannot be read as CSV"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsRefusedInOneSentenceWithItsLine(UnaryOperator<String> broken, String sentence) {
        assertThatThrownBy(() -> Matrices.read(broken.apply(Matrices.shipped())))
                .isInstanceOf(MatrixFault.class)
                .message()
                .startsWith("matrix.csv")
                .contains(sentence)
                .doesNotContain("\n");
    }

    @Test
    void anOperatorsFileReplacesTheShippedMatrixWithoutARebuild() throws Exception {
        Path own = folder.resolve("droits.csv");
        String changed = Matrices.shipped().replace(EXPERT_DESIGNATION + "DEPOSIT", EXPERT_DESIGNATION + "NONE");
        Files.writeString(own, "\uFEFF" + changed.replace("\n", "\r\n"), StandardCharsets.UTF_8);
        var place = new Place(FolderKind.EXPERT_DESIGNATION, null, false);
        var expert = List.of(new Standing(Role.EXPERT, null));
        var shipped = new Rights(MatrixSource.read(new RightsSettings(null)));
        var replaced = new Rights(MatrixSource.read(new RightsSettings(own)));
        assertThat(shipped.rule(expert, place, ExpertiseState.SETUP, false).right())
                .isEqualTo(Right.DEPOSIT);
        assertThat(replaced.rule(expert, place, ExpertiseState.SETUP, false).right())
                .isEqualTo(Right.NONE);
    }

    @Test
    void aFaultNamesTheSettingAndTheFileAndStopsTheStartWithThatSentence() throws Exception {
        Path own = Files.writeString(folder.resolve("droits.csv"), "role,folder\n");
        assertThatThrownBy(() -> MatrixSource.read(new RightsSettings(own)))
                .message()
                .startsWith("pli.expertise.rights-matrix: " + own + ", line 1: ");
        Path missing = folder.resolve("absent.csv");
        assertThatThrownBy(() -> MatrixSource.read(new RightsSettings(missing)))
                .message()
                .contains(missing.toString(), "cannot be read");
        var told = new MatrixFaultAnalyzer()
                .analyze(new IllegalStateException("start", new MatrixFault("droits.csv, line 7: « X » is no role")));
        assertThat(told.getDescription())
                .isEqualTo("The matrix of rights is refused: droits.csv, line 7: « X » is no role.");
    }

    private static Arguments fault(UnaryOperator<String> broken, String sentence) {
        return Arguments.of(broken, sentence);
    }

    private static String without(String csv, String begin) {
        return csv.lines().filter(line -> !line.startsWith(begin)).reduce("", (all, line) -> all + line + "\n");
    }
}
