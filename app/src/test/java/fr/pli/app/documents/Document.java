package fr.pli.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Documents that are made from the product. A stale one fails the test; {@code ops/docs} writes them anew. */
final class Document {

    /** Folder of the whole project; tests run in that of their module. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private Document() {}

    static void check(String name, String wanted) throws IOException {
        Path file = PROJECT.resolve("docs").resolve(name);
        if (Boolean.getBoolean("pli.documents.write")) {
            Files.writeString(file, wanted);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/%s is stale: run ops/docs and commit what it writes", name)
                .isEqualTo(wanted);
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Files of the project below any of its modules' {@code folder}, by name. */
    static List<Path> files(String folder, String... endings) throws IOException {
        try (Stream<Path> modules = Files.list(PROJECT)) {
            return modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(Document::walk)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    /** What people start: the files of ops. */
    static List<Path> scripts() {
        return walk(PROJECT.resolve("ops"))
                .filter(file -> !file.toString().contains("node_modules"))
                .filter(file -> file.toString().endsWith(".sh")
                        || !file.getFileName().toString().contains("."))
                .sorted()
                .toList();
    }

    static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder).filter(Files::isRegularFile);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
