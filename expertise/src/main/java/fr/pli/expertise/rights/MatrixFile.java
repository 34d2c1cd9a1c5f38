package fr.pli.expertise.rights;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.pli.expertise.rights.Matrix.Line;
import fr.pli.expertise.rights.Matrix.Scope;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a matrix and checks it as M-1 says: known names only; every role and folder exactly once, blank where the folder
 * is one per expertise, {@code ANY} or both {@code OWN} and {@code OTHER} where there is a set for each party or
 * sapiteur; a right in every state, and none that means nothing there. Lines are counted as an editor does.
 */
final class MatrixFile {

    private static final String ROLE = "role";
    private static final String FOLDER = "folder";
    private static final String SCOPE = "scope";

    private final String name;
    private final List<String> columns = new ArrayList<>();
    private final Map<Place, Map<Scope, Long>> seen = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    private MatrixFile(String name) {
        this.name = name;
    }

    /**
     * @param name how a fault calls the file
     * @throws MatrixFault in one sentence, with the line
     */
    static Matrix read(String name, InputStream csv) {
        var file = new MatrixFile(name);
        var reader = CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true);
        try (var records = reader.ofCsvRecord(csv, StandardCharsets.UTF_8)) {
            records.forEach(file::record);
        } catch (CsvParseException | java.io.IOException | java.io.UncheckedIOException broken) {
            throw new MatrixFault(name + ": it cannot be read as CSV: " + broken.getMessage());
        }
        return file.whole();
    }

    private void record(CsvRecord record) {
        if (columns.isEmpty()) {
            header(record);
        } else {
            lines.add(line(record));
        }
    }

    private void header(CsvRecord record) {
        var wanted = new ArrayList<>(List.of(ROLE, FOLDER, SCOPE));
        EnumSet.allOf(ExpertiseState.class).forEach(state -> wanted.add(state.name()));
        for (String column : record.getFields()) {
            if (!wanted.contains(column)) {
                throw fault(record, "there is no column or state named « " + column + " »");
            }
            if (columns.contains(column)) {
                throw fault(record, "the column « " + column + " » stands there twice");
            }
            columns.add(column);
        }
        wanted.removeAll(columns);
        if (!wanted.isEmpty()) {
            throw fault(record, "the column « " + wanted.getFirst() + " » is missing");
        }
    }

    private Line line(CsvRecord record) {
        if (record.getFieldCount() != columns.size()) {
            throw fault(record, record.getFieldCount() + " fields instead of " + columns.size());
        }
        Role role = named(Role.class, ROLE, record);
        FolderKind folder = named(FolderKind.class, FOLDER, record);
        Scope scope = scope(folder, record);
        unique(role, folder, scope, record);
        ExpertiseState[] states = ExpertiseState.values();
        var cells = new Cell[states.length];
        for (ExpertiseState state : states) {
            cells[state.ordinal()] = named(Cell.class, state.name(), record);
            if (!cells[state.ordinal()].fits(folder)) {
                throw fault(record, cells[state.ordinal()] + " has a meaning in the folders of parties only");
            }
        }
        return new Line(role, folder, scope, cells);
    }

    private Scope scope(FolderKind folder, CsvRecord record) {
        boolean blank = field(record, SCOPE).isEmpty();
        if (folder.group().owned() == blank) {
            throw fault(
                    record,
                    folder
                            + (blank
                                    ? " needs a scope: ANY, or OWN and OTHER"
                                    : " is one per expertise: its scope stays blank"));
        }
        return blank ? Scope.ANY : named(Scope.class, SCOPE, record);
    }

    private void unique(Role role, FolderKind folder, Scope scope, CsvRecord record) {
        Map<Scope, Long> had = seen.computeIfAbsent(new Place(role, folder), place -> new LinkedHashMap<>());
        if (had.containsKey(scope)) {
            throw fault(record, role + " in " + folder + " stands already in line " + had.get(scope));
        }
        if (!had.isEmpty() && (scope == Scope.ANY || had.containsKey(Scope.ANY))) {
            throw fault(record, role + " in " + folder + " has ANY beside OWN or OTHER");
        }
        had.put(scope, record.getStartingLineNumber());
    }

    private Matrix whole() {
        if (columns.isEmpty()) {
            throw new MatrixFault(name + ", line 1: the file is empty");
        }
        for (Role role : Role.values()) {
            for (FolderKind folder : FolderKind.values()) {
                complete(role, folder, seen.getOrDefault(new Place(role, folder), Map.of()));
            }
        }
        return new Matrix(lines);
    }

    private void complete(Role role, FolderKind folder, Map<Scope, Long> had) {
        if (had.isEmpty()) {
            throw new MatrixFault(name + ", after the last line: no row says what " + role + " may do in " + folder);
        }
        Set<Scope> scopes = had.keySet();
        if (!scopes.contains(Scope.ANY) && scopes.size() == 1) {
            throw new MatrixFault("%s, line %d: %s in %s has %s alone, without %s"
                    .formatted(
                            name,
                            had.values().iterator().next(),
                            role,
                            folder,
                            scopes.iterator().next(),
                            scopes.contains(Scope.OWN) ? Scope.OTHER : Scope.OWN));
        }
    }

    private <E extends Enum<E>> E named(Class<E> type, String column, CsvRecord record) {
        String written = field(record, column);
        E found = find(type, written);
        if (found == null) {
            throw fault(
                    record, (written.isEmpty() ? "an empty field" : "« " + written + " »") + " is no " + kind(column));
        }
        return found;
    }

    private static <E extends Enum<E>> @Nullable E find(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    private static String kind(String column) {
        return switch (column) {
            case ROLE, FOLDER, SCOPE -> column;
            default -> "right (column " + column + ")";
        };
    }

    private String field(CsvRecord record, String column) {
        return record.getField(columns.indexOf(column));
    }

    private MatrixFault fault(CsvRecord record, String what) {
        return new MatrixFault(name + ", line " + record.getStartingLineNumber() + ": " + what);
    }

    private record Place(Role role, FolderKind folder) {}
}
