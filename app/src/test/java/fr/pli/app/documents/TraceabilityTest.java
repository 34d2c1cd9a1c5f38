package fr.pli.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TraceabilityTest {

    @Test
    @Tag("Q-12")
    void theTableSaysWhereEachLineIsDoneAndWhichTestShowsIt() throws IOException {
        var found = Traceability.read();
        var table = new StringBuilder("""
                # Where each line of the specification is done, and which tests show it

                Made by `ops/docs` from the ids in the Javadoc of the sources and the `@Tag`s of the tests; checked by the test run.

                | id | what it asks | issue | done in | shown by |
                |---|---|---|---|---|
                """);
        lines().forEach((id, line) -> table.append("| %s | %s | %s | %s | %s |%n"
                .formatted(id, Document.cell(line.title), line.issue, found.places(id), found.tests(id))));
        Document.check("traceability.md", table.toString());
    }

    @Test
    @Tag("Q-12")
    void everyIdNamedByATestExists() throws IOException {
        assertThat(lines().keySet()).containsAll(Traceability.read().tagged());
    }

    /** An id that an issue promised needs a test: one that has none is named by the failure. */
    @Test
    @Tag("Q-12")
    void everyLineThatIsDueHasATest() throws IOException {
        var tagged = Traceability.read().tagged();
        var without = new ArrayList<String>();
        lines().forEach((id, line) -> {
            if (!line.issue.isEmpty() && !tagged.contains(id)) {
                without.add(id);
            }
        });
        assertThat(without).isEmpty();
    }

    /** What each issue promised, with the line as its key. */
    private static Map<String, Line> lines() {
        var lines = new LinkedHashMap<String, Line>();
        for (String line : Document.lines(Document.PROJECT.resolve("docs/spec-ids.txt"))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] parts = line.split(" \\| ", 3);
                lines.put(parts[0], new Line(parts[1].equals("-") ? "" : parts[1], parts[2]));
            }
        }
        return lines;
    }

    private record Line(String issue, String title) {}
}
