package fr.pli.expertise.rights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the specification wants (M-1, M-3, M-4), worked out from the text of the file. It knows words, not the types of
 * the product, and shares no code with it.
 */
public final class CsvOracle {

    private static final List<String> SIZES = List.of("NONE", "DOWNLOAD", "DEPOSIT");

    private final List<String> states;
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    private final Set<String> roles = new LinkedHashSet<>();
    private final Set<String> folders = new LinkedHashSet<>();

    public CsvOracle(String csv) {
        String[] lines = csv.strip().split("\\R");
        List<String> header = List.of(lines[0].split(",", -1));
        states = header.subList(3, header.size());
        for (int i = 1; i < lines.length; i++) {
            String[] fields = lines[i].split(",", -1);
            var cells = new LinkedHashMap<String, String>();
            for (int s = 0; s < states.size(); s++) {
                cells.put(states.get(s), fields[3 + s]);
            }
            rows.put(fields[0] + "/" + fields[1] + "/" + fields[2], cells);
            roles.add(fields[0]);
            folders.add(fields[1]);
        }
    }

    public Set<String> roles() {
        return roles;
    }

    public Set<String> folders() {
        return folders;
    }

    public List<String> states() {
        return states;
    }

    /** The words of one row of the file, by state. @param own whether the folder is the role's own */
    public Map<String, String> row(String role, String folder, boolean own) {
        for (String scope : List.of("", "ANY", own ? "OWN" : "OTHER")) {
            Map<String, String> cells = rows.get(role + "/" + folder + "/" + scope);
            if (cells != null) {
                return cells;
            }
        }
        throw new IllegalArgumentException(role + " in " + folder);
    }

    /**
     * What one person may do: {@code DEPOSIT}, {@code DOWNLOAD}, {@code OFF} (listed, switched off) or {@code ABSENT}.
     *
     * @param roles those the person has, and whether the folder is theirs
     */
    public String verdict(
            List<Map.Entry<String, Boolean>> roles, String folder, String state, boolean expertMode, boolean granted) {
        String largest = "NONE";
        boolean listed = false;
        for (Map.Entry<String, Boolean> role : roles) {
            Map<String, String> row = row(role.getKey(), folder, role.getValue());
            String right = right(row.get(state), expertMode, granted);
            if (SIZES.indexOf(right) > SIZES.indexOf(largest)) {
                largest = right;
            }
            if (row.get(state).equals("NONE")) {
                var elsewhere = new ArrayList<>(row.values());
                elsewhere.removeIf(cell -> right(cell, expertMode, granted).equals("NONE"));
                listed |= !elsewhere.isEmpty();
            }
        }
        return largest.equals("NONE") ? listed ? "OFF" : "ABSENT" : largest;
    }

    private static String right(String cell, boolean expertMode, boolean granted) {
        if (cell.equals("GRANT")) {
            return granted ? "DOWNLOAD" : "NONE";
        }
        if (cell.equals("DEPOSIT_IF_EXPERT_MODE")) {
            return expertMode ? "DEPOSIT" : "DOWNLOAD";
        }
        return cell;
    }
}
