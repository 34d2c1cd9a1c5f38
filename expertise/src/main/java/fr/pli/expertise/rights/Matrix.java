package fr.pli.expertise.rights;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The matrix of rights, whole and checked (M-1): a cell for every role, folder, own or other, and state. Immutable. */
public final class Matrix {

    private static final int STATES = ExpertiseState.values().length;

    private final Map<Role, Map<FolderKind, Map<Scope, Cell[]>>> rows = new EnumMap<>(Role.class);

    /** @param lines complete and without contradiction, as {@link MatrixFile} has checked */
    Matrix(List<Line> lines) {
        for (Line line : lines) {
            rows.computeIfAbsent(line.role(), role -> new EnumMap<>(FolderKind.class))
                    .computeIfAbsent(line.folder(), folder -> new EnumMap<>(Scope.class))
                    .put(line.scope(), Arrays.copyOf(line.cells(), STATES));
        }
    }

    public Cell cell(Role role, FolderKind folder, Whose whose, ExpertiseState state) {
        Map<Scope, Cell[]> scopes = scopes(role, folder);
        Cell[] whole = scopes.get(Scope.ANY);
        Cell[] cells = whole == null ? scopes.get(Scope.of(whose)) : whole;
        return cells == null ? Cell.NONE : cells[state.ordinal()];
    }

    /** Whether the role is told apart there by whose folder it is. */
    public boolean distinguishes(Role role, FolderKind folder) {
        return !scopes(role, folder).containsKey(Scope.ANY);
    }

    private Map<Scope, Cell[]> scopes(Role role, FolderKind folder) {
        return rows.getOrDefault(role, Map.of()).getOrDefault(folder, Map.of());
    }

    /** What the column {@code scope} says; {@link #ANY} also for the blank of folders that are one per expertise. */
    enum Scope {
        ANY,
        OWN,
        OTHER;

        static Scope of(Whose whose) {
            return whose == Whose.OWN ? OWN : OTHER;
        }
    }

    /** A row of the file. @param cells in the order of the states */
    record Line(Role role, FolderKind folder, Scope scope, Cell... cells) {}
}
