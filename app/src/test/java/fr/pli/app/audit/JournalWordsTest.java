package fr.pli.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every kind of fact has its words: a line that says « message.sent » tells a judge nothing. */
@Tag("R-2")
class JournalWordsTest {

    private static final Pattern KIND = Pattern.compile("(?:Fact\\.of|\\bfact)\\(\\s*\"([a-z][a-z.-]+[a-z])\"");
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void everyKindOfFactHasWordsInBothLanguages() throws Exception {
        var kinds = new TreeSet<String>();
        for (String module : new String[] {"exchange", "expertise", "app"}) {
            try (Stream<Path> sources = Files.walk(PROJECT.resolve(module).resolve("src/main/java"))) {
                for (Path source : sources.filter(file -> file.toString().endsWith(".java"))
                        .toList()) {
                    KIND.matcher(Files.readString(source)).results().forEach(found -> kinds.add(found.group(1)));
                }
            }
        }
        assertThat(kinds).contains("person.added");
        for (String bundle : new String[] {"journal.properties", "journal_en.properties"}) {
            var words = new Properties();
            try (var in = new InputStreamReader(
                    Objects.requireNonNull(getClass().getResourceAsStream("/messages/" + bundle)),
                    StandardCharsets.UTF_8)) {
                words.load(in);
            }
            assertThat(words.stringPropertyNames())
                    .as("add to messages/%s", bundle)
                    .containsAll(
                            kinds.stream().map(kind -> "journal.kind." + kind).toList());
        }
    }
}
