package fr.pli.expertise.rights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Texts of matrices for tests: the shipped one, and random ones that M-1 accepts. */
public final class Matrices {

    private static final String HEADER = "role,folder,scope,SETUP,OPEN,PAUSED,CLOSED,REJECTED";
    private static final List<String> ROLES = List.of(
            "EXPERT",
            "CO_EXPERT",
            "SAPITEUR",
            "MAGISTRAT",
            "GREFFIER",
            "AVOCAT",
            "PARTY_PUBLISHER",
            "PARTY_READER",
            "EXPERT_FOR_PARTY");
    private static final List<String> CELLS = List.of("NONE", "DOWNLOAD", "GRANT", "DEPOSIT");

    private Matrices() {}

    public static String shipped() {
        return resource("/reference/rights-matrix.csv");
    }

    /** Lines of {@code folders.csv}: folder, group, French label, one per what. */
    public static List<String[]> folders() {
        return resource("/reference/folders.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    /** Any right anywhere it means something; rows in any order. */
    public static String random(RandomGenerator random) {
        var lines = new ArrayList<String>();
        for (String role : ROLES) {
            for (String[] folder : folders()) {
                boolean party = folder[3].equals("party");
                List<String> scopes = folder[3].equals("expertise")
                        ? List.of("")
                        : random.nextBoolean() ? List.of("ANY") : List.of("OWN", "OTHER");
                scopes.forEach(scope -> lines.add(role + "," + folder[0] + "," + scope + "," + cells(party, random)));
            }
        }
        java.util.Collections.shuffle(lines, java.util.Random.from(random));
        return HEADER + "\n" + String.join("\n", lines) + "\n";
    }

    /** Reads a text as the product does. */
    public static Matrix read(String csv) {
        return MatrixFile.read("matrix.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static String cells(boolean party, RandomGenerator random) {
        var cells = new ArrayList<String>();
        boolean empty = random.nextInt(4) == 0;
        for (int state = 0; state < 5; state++) {
            int at = random.nextInt(CELLS.size() + (party ? 1 : 0));
            cells.add(empty ? "NONE" : at == CELLS.size() ? "DEPOSIT_IF_EXPERT_MODE" : CELLS.get(at));
        }
        return String.join(",", cells);
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(Matrices.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
