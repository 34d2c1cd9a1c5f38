package fr.pli.app.rights;

import fr.pli.app.Visitor;
import fr.pli.app.rights.SurveyedExpertise.Reader;
import fr.pli.app.rights.SurveyedExpertise.Spot;
import fr.pli.expertise.rights.CsvOracle;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one reader has of some folders on every route, in one state of the expertise, against what the oracle wants:
 * {@code DEPOSIT}, {@code DOWNLOAD}, {@code OFF} (listed, its documents like unknown ones) or {@code ABSENT} (like a
 * folder that never was).
 */
final class CellSurvey {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SurveyedExpertise ground;
    private final Reader reader;
    private final Visitor visitor;
    private final CsvOracle oracle;
    private final String state;
    private final boolean mode;
    private final Queue<String> differences;

    CellSurvey(
            SurveyedExpertise ground,
            Reader reader,
            CsvOracle oracle,
            String state,
            boolean mode,
            Queue<String> differences) {
        this.ground = ground;
        this.reader = reader;
        this.visitor = reader.visitor();
        this.oracle = oracle;
        this.state = state;
        this.mode = mode;
        this.differences = differences;
    }

    /** @param thorough also by the routes that are the same hop behind another address. @return how many folders */
    int look(List<Spot> spots, boolean thorough) {
        if (spots.isEmpty()) {
            return 0;
        }
        Map<String, String> listed = listed();
        String tree = visitor.get(expertise()).body();
        Set<String> found = found();
        for (Spot spot : spots) {
            String verdict = oracle.verdict(
                    List.of(Map.entry(reader.role(), reader.owns(spot))),
                    spot.kind(),
                    state,
                    mode && spot.ofParty(),
                    reader.granted());
            boolean readable = verdict.equals("DEPOSIT") || verdict.equals("DOWNLOAD");
            same("list", spot, verdict, listed.getOrDefault(spot.folder().toString(), "ABSENT"));
            same("tree", spot, !verdict.equals("ABSENT"), tree.contains(folder(spot)));
            same("search", spot, readable, found.contains(spot.name()));
            folderPage(spot, verdict, readable);
            documents(spot, readable, thorough);
            same("deposit", spot, verdict, deposit(spot));
        }
        return spots.size();
    }

    /** The folders of the interface: the right, or that it is listed and switched off. */
    private Map<String, String> listed() {
        var listed = new LinkedHashMap<String, String>();
        for (JsonNode folder : json(visitor.get("/api/v1" + expertise() + "/folders"))) {
            String right = folder.path("right").asString();
            listed.put(folder.path("id").asString(), folder.path("off").asBoolean() ? "OFF" : right);
        }
        return listed;
    }

    private Set<String> found() {
        var found = new HashSet<String>();
        JsonNode answer = JSON.readTree(visitor.get("/api/v1/search?limit=100&q=" + SurveyedExpertise.WORD)
                .body());
        answer.path("documents")
                .forEach(document -> found.add(document.path("name").asString()));
        return found;
    }

    private void folderPage(Spot spot, String verdict, boolean readable) {
        var page = visitor.get(folder(spot));
        same("folder", spot, verdict.equals("ABSENT") ? 404 : 200, page.statusCode());
        same("folder's documents", spot, readable, page.body().contains(spot.name()));
    }

    private void documents(Spot spot, boolean readable, boolean thorough) {
        String file = "/messages/" + spot.document().message() + "/files/"
                + spot.document().file();
        answers("read", spot, readable, "/api/v1" + file + "/content", answer -> answer.body()
                .contains(spot.name()));
        answers("preview", spot, readable, file + "/preview", answer -> answer.body()
                .contains(spot.name()));
        answers("zip", spot, readable, folder(spot) + "/zip", answer -> answer.body()
                .contains(spot.name()));
        if (thorough) {
            String document = expertise() + "/documents/" + spot.document().id();
            answers("document", spot, readable, document, answer -> answer.body()
                    .contains(spot.name()));
            answers("document's call", spot, readable, "/api/v1" + document, answer -> answer.body()
                    .contains(spot.name()));
            answers("file", spot, readable, file, answer -> answer.body().contains(spot.name()));
            answers(
                    "message's zip",
                    spot,
                    readable,
                    "/messages/" + spot.document().message() + "/zip",
                    answer -> answer.body().contains(spot.name()));
            answers(
                    "chosen zip",
                    spot,
                    readable,
                    folder(spot) + "/zip?documents=" + spot.document().id(),
                    answer -> true);
            answers("documents' call", spot, readable, "/api/v1" + folder(spot) + "/documents", answer -> answer.body()
                    .contains(spot.name()));
        }
    }

    /** 200 and what is asked for; or a refusal that does not name the document. */
    private void answers(String route, Spot spot, boolean wanted, String path, Predicate<HttpResponse<String>> whole) {
        var answer = visitor.get(path);
        String given = answer.statusCode() == 200 && whole.test(answer)
                ? "given"
                : answer.statusCode() / 100 == 4 && !answer.body().contains(spot.name())
                        ? "refused"
                        : "" + answer.statusCode();
        same(route, spot, wanted ? "given" : "refused", given);
    }

    /** What beginning a deposit says about the right; what was begun is discarded. */
    private String deposit(Spot spot) {
        var answer = visitor.call("POST", "/api/v1" + folder(spot) + "/deposits", null);
        if (answer.statusCode() == 201) {
            String draft = JSON.readTree(answer.body()).path("id").asString();
            visitor.call("DELETE", "/api/v1/drafts/" + draft, null);
            return "DEPOSIT";
        }
        // the refusal's sentence tells what may be done, or that it is closed; a stranger gets the answer of an unknown
        // id
        return switch (answer.statusCode()) {
            case 403 -> answer.body().contains("folder.off") || closed(answer) ? "OFF" : "DOWNLOAD";
            case 404 -> "ABSENT";
            default -> "" + answer.statusCode();
        };
    }

    private static boolean closed(HttpResponse<String> answer) {
        return answer.body().contains("fermé au rôle");
    }

    private void same(String route, Spot spot, Object wanted, Object had) {
        if (!wanted.equals(had)) {
            differences.add("%s of %s in %s (%s), %s, mode %s: %s instead of %s"
                    .formatted(
                            route, reader, spot.kind(), reader.owns(spot) ? "own" : "other", state, mode, had, wanted));
        }
    }

    private String expertise() {
        return "/expertises/" + ground.id();
    }

    private String folder(Spot spot) {
        return expertise() + "/folders/" + spot.folder();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("items");
    }
}
