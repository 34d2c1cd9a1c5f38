package fr.pli.expertise.rights;

import fr.pli.expertise.rights.Ruling.Reason;
import java.util.Arrays;
import java.util.List;

/** What every cell of a matrix comes to for one role under every condition, worked out once. */
final class Rulings {

    private static final int FOLDERS = FolderKind.values().length;
    private static final int STATES = ExpertiseState.values().length;
    private static final int SIDES = Whose.values().length;
    private static final int CONDITIONS = 4;

    private final Ruling[] all = new Ruling[Role.values().length * FOLDERS * SIDES * STATES * CONDITIONS];

    Rulings(Matrix matrix) {
        for (Role role : Role.values()) {
            for (FolderKind folder : FolderKind.values()) {
                for (Whose whose : Whose.values()) {
                    for (int conditions = 0; conditions < CONDITIONS; conditions++) {
                        boolean expertDeposits = (conditions & 1) != 0;
                        boolean granted = (conditions & 2) != 0;
                        Cell[] row = row(matrix, role, folder, whose);
                        for (ExpertiseState state : ExpertiseState.values()) {
                            all[index(role, folder, whose, state, expertDeposits, granted)] =
                                    rule(role, row, row[state.ordinal()], expertDeposits, granted);
                        }
                    }
                }
            }
        }
    }

    Ruling of(
            Role role, FolderKind folder, Whose whose, ExpertiseState state, boolean expertDeposits, boolean granted) {
        return all[index(role, folder, whose, state, expertDeposits, granted)];
    }

    private static Cell[] row(Matrix matrix, Role role, FolderKind folder, Whose whose) {
        return Arrays.stream(ExpertiseState.values())
                .map(state -> matrix.cell(role, folder, whose, state))
                .toArray(Cell[]::new);
    }

    /** One cell with its conditions resolved (M-3) and, where it gives nothing, whether the folder is listed (M-4). */
    private static Ruling rule(Role role, Cell[] row, Cell cell, boolean expertDeposits, boolean granted) {
        return switch (cell) {
            case DEPOSIT -> given(Right.DEPOSIT, role, Reason.MATRIX);
            case DOWNLOAD -> given(Right.DOWNLOAD, role, Reason.MATRIX);
            case DEPOSIT_IF_EXPERT_MODE ->
                expertDeposits
                        ? given(Right.DEPOSIT, role, Reason.EXPERT_MODE)
                        : given(Right.DOWNLOAD, role, Reason.PARTY_DEPOSITS);
            case GRANT -> granted ? given(Right.DOWNLOAD, role, Reason.GRANTED) : absent(role, Reason.NOT_GRANTED);
            case NONE -> {
                List<ExpertiseState> openIn = openIn(row, granted);
                yield openIn.isEmpty()
                        ? absent(role, List.of(row).contains(Cell.GRANT) ? Reason.NOT_GRANTED : Reason.NEVER)
                        : new Ruling(Right.NONE, true, role, Reason.OTHER_STATE, openIn);
            }
        };
    }

    private static Ruling given(Right right, Role role, Reason reason) {
        return new Ruling(right, true, role, reason, List.of());
    }

    private static Ruling absent(Role role, Reason reason) {
        return new Ruling(Right.NONE, false, role, reason, List.of());
    }

    private static List<ExpertiseState> openIn(Cell[] row, boolean granted) {
        return Arrays.stream(ExpertiseState.values())
                .filter(state -> row[state.ordinal()] != Cell.NONE && (row[state.ordinal()] != Cell.GRANT || granted))
                .toList();
    }

    private static int index(
            Role role, FolderKind folder, Whose whose, ExpertiseState state, boolean expertDeposits, boolean granted) {
        int cell = ((role.ordinal() * FOLDERS + folder.ordinal()) * SIDES + whose.ordinal()) * STATES + state.ordinal();
        return cell * CONDITIONS + (expertDeposits ? 1 : 0) + (granted ? 2 : 0);
    }
}
