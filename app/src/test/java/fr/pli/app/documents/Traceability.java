package fr.pli.app.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where each line of the specification is done and which tests show it, read from the sources (Q-12). */
final class Traceability {

    private static final Pattern ID = Pattern.compile("(?<![\\w-])([A-Z]-[0-9]{1,2})(?![\\w-])");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([^\"]+)\"\\)");
    private static final Pattern TEST_NAME = Pattern.compile("^ {4}(?:public )?(?:void|[A-Z]\\S*) (\\w+)\\(");
    private static final Pattern CLASS = Pattern.compile("^(?:public |abstract |final )*class (\\w+)");

    private final SortedMap<String, SortedSet<String>> places = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> tests = new TreeMap<>();

    static Traceability read() throws IOException {
        var found = new Traceability();
        for (Path file : Document.files("src/main", ".java")) {
            found.mentions(file);
        }
        for (Path file : Document.scripts()) {
            found.mentions(file);
        }
        for (Path file : Document.files("src/test/java", ".java")) {
            found.tags(file);
        }
        return found;
    }

    Set<String> tagged() {
        return Collections.unmodifiableSet(tests.keySet());
    }

    Set<String> mentioned() {
        return Collections.unmodifiableSet(places.keySet());
    }

    String places(String id) {
        return join(places.get(id));
    }

    String tests(String id) {
        return join(tests.get(id));
    }

    private void mentions(Path file) {
        String place = place(file);
        for (String line : Document.lines(file)) {
            Matcher id = ID.matcher(line);
            while (id.find()) {
                places.computeIfAbsent(id.group(1), key -> new TreeSet<>()).add("`" + place + "`");
            }
        }
    }

    /** A tag belongs to the next test method, or to the whole class when the class comes first. */
    private void tags(Path file) {
        List<String> waiting = new ArrayList<>();
        for (String line : Document.lines(file)) {
            Matcher tag = TAG.matcher(line);
            while (tag.find()) {
                waiting.add(tag.group(1));
            }
            Matcher method = TEST_NAME.matcher(line);
            if (method.find()) {
                note(waiting, simpleName(file) + "." + method.group(1));
            } else if (CLASS.matcher(line).find()) {
                note(waiting, simpleName(file));
            }
        }
    }

    private void note(List<String> ids, String test) {
        ids.forEach(id -> tests.computeIfAbsent(id, key -> new TreeSet<>()).add("`" + test + "`"));
        ids.clear();
    }

    private static String join(SortedSet<String> names) {
        return names == null ? "" : names.stream().collect(Collectors.joining("<br>"));
    }

    private static boolean named(Path file, String name) {
        return file.getFileName().toString().equals(name + ".java");
    }

    private static String simpleName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String place(Path file) {
        if (!file.toString().endsWith(".java")) {
            return Document.PROJECT.relativize(file).toString().replace('\\', '/');
        }
        return packageName(file) + (named(file, "package-info") ? "" : "." + simpleName(file));
    }

    private static String packageName(Path file) {
        String path = file.getParent().toString().replace('\\', '/');
        return path.substring(path.indexOf("/fr/pli/") + "/fr/pli/".length()).replace('/', '.');
    }
}
