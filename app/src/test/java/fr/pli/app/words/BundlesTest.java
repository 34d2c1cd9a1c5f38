package fr.pli.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every sentence is a pattern, with arguments or without ({@code always-use-message-format}), and so are those of the
 * command line. An apostrophe is lost where it stands alone, and in a branch of a choice that has arguments of its own,
 * as that is a pattern within a pattern.
 */
@Tag("Q-9")
class BundlesTest {

    private static final Path COMMAND_LINE = Path.of("../ops/src/main/resources/fr/pli/ops");
    /** Numbers on both sides of every limit of a choice. */
    private static final List<Integer> MANY = List.of(0, 1, 2, 25);

    private static final int MOST_ARGUMENTS = 10;

    @Test
    void noSentenceLosesAnApostrophe() throws IOException {
        var lost = new TreeMap<String, String>();
        for (Resource bundle : bundles()) {
            sentences(bundle.getURL())
                    .forEach((key, pattern) -> MANY.forEach(number -> {
                        String said = said(pattern, number);
                        if (!said.replace('\'', '’').equals(said(pattern.replaceAll("'+", "’"), number))) {
                            lost.put(bundle.getFilename() + " " + key, said);
                        }
                    }));
        }
        assertThat(lost)
                .as("written twice; within a choice that has arguments, as ’")
                .isEmpty();
    }

    private static String said(String pattern, int number) {
        Object[] arguments = new Object[MOST_ARGUMENTS];
        java.util.Arrays.fill(arguments, number);
        return new MessageFormat(pattern, java.util.Locale.FRENCH).format(arguments);
    }

    private static List<Resource> bundles() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        var all = new ArrayList<>(List.of(resolver.getResources("classpath*:messages/*.properties")));
        all.addAll(List.of(
                resolver.getResources("file:" + COMMAND_LINE.toAbsolutePath().normalize() + "/client*.properties")));
        assertThat(all)
                .extracting(Resource::getFilename)
                .contains("app.properties", "departure_en.properties", "client.properties");
        return all;
    }

    private static TreeMap<String, String> sentences(URL bundle) throws IOException {
        var read = new Properties();
        try (Reader in = new InputStreamReader(bundle.openStream(), StandardCharsets.UTF_8)) {
            read.load(in);
        }
        var sentences = new TreeMap<String, String>();
        read.stringPropertyNames().forEach(key -> sentences.put(key, read.getProperty(key)));
        return sentences;
    }
}
