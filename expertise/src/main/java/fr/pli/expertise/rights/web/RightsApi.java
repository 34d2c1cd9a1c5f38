package fr.pli.expertise.rights.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.rights.Assumption;
import fr.pli.expertise.rights.Cell;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Matrix;
import fr.pli.expertise.rights.Right;
import fr.pli.expertise.rights.Rights;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.rights.Ruling.Reason;
import fr.pli.expertise.rights.Simulator;
import fr.pli.expertise.rights.Whose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The matrix and the simulator for programs (P-1). */
@RestController
class RightsApi {

    private final Rights rights;
    private final Simulator simulator;

    RightsApi(Rights rights, Simulator simulator) {
        this.rights = rights;
        this.simulator = simulator;
    }

    /** The whole matrix in one page: a row for each role and folder, two where own and other folders are told apart. */
    @GetMapping("/api/v1/rights")
    Rows matrix(@SignedIn Person reader) {
        var rows = new ArrayList<Row>();
        Matrix matrix = rights.matrix();
        for (Role role : Role.values()) {
            for (FolderKind folder : FolderKind.values()) {
                if (matrix.distinguishes(role, folder)) {
                    for (Whose whose : Whose.values()) {
                        rows.add(new Row(role, folder, folder.group(), whose.name(), row(matrix, role, folder, whose)));
                    }
                } else {
                    String scope = folder.group().owned() ? "ANY" : null;
                    rows.add(new Row(role, folder, folder.group(), scope, row(matrix, role, folder, Whose.OTHER)));
                }
            }
        }
        return new Rows(rows, null);
    }

    /**
     * What somebody would see; for support operators and administrators.
     *
     * @param standing roles, such as {@code EXPERT} or {@code AVOCAT.PARTY_A}
     * @param expertMode parties whose mode is « Dépôt Expert »: {@code PARTY_A}, {@code PARTY_B}
     * @param granted whether the expert has granted what may be granted
     */
    @GetMapping("/api/v1/rights/simulation")
    Simulation simulation(
            @SignedIn Person operator,
            @RequestParam(defaultValue = "") List<String> standing,
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(defaultValue = "") List<String> expertMode,
            @RequestParam(defaultValue = "false") boolean granted) {
        simulator.admit(operator);
        var assumption = Assumption.of(standing, state, expertMode, granted);
        return new Simulation(
                !assumption.standings().isEmpty() && !assumption.cardHidden(),
                simulator.tree(operator, assumption).stream().map(Folder::of).toList(),
                null);
    }

    private static Map<ExpertiseState, Cell> row(Matrix matrix, Role role, FolderKind folder, Whose whose) {
        var cells = new EnumMap<ExpertiseState, Cell>(ExpertiseState.class);
        for (ExpertiseState state : ExpertiseState.values()) {
            cells.put(state, matrix.cell(role, folder, whose, state));
        }
        return cells;
    }

    /** All rows are one page. */
    record Rows(List<Row> items, @Nullable String next) {}

    /** @param scope null where there is one folder for the expertise, else {@code ANY}, {@code OWN} or {@code OTHER} */
    record Row(
            Role role,
            FolderKind folder,
            FolderKind.Group group,
            @Nullable String scope,
            Map<ExpertiseState, Cell> rights) {}

    /** @param card whether the expertise is in that person's list */
    record Simulation(
            boolean card, List<Folder> items, @Nullable String next) {}

    /** @param why the sentence that explains it, in the caller's language */
    record Folder(
            FolderKind folder,
            FolderKind.Group group,
            @Nullable String owner,
            Right right,
            boolean listed,
            @Nullable Role role,
            Reason reason,
            List<ExpertiseState> openIn,
            String why) {

        static Folder of(Simulator.Seen seen) {
            var ruling = seen.ruling();
            return new Folder(
                    seen.folder(),
                    seen.folder().group(),
                    seen.owner() == null ? null : seen.owner().name(),
                    ruling.right(),
                    ruling.listed(),
                    ruling.role(),
                    ruling.reason(),
                    ruling.openIn(),
                    seen.sentence());
        }
    }
}
