package fr.pli.app.help;

import fr.pli.exchange.platform.Folding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** All articles in both languages, read once at the start; a missing one stops it. */
@Component
public class Library {

    private static final String FILE = "help/%s/%s.html";
    private static final int MOST_WORDS = 10;

    private final Map<String, List<Article>> byLanguage = new HashMap<>();

    Library() {
        for (String language : new String[] {"fr", "en"}) {
            byLanguage.put(
                    language,
                    Stream.of(Topic.values())
                            .map(topic -> Article.of(topic, read(FILE.formatted(language, topic.slug()))))
                            .toList());
        }
    }

    /** In the order of {@link Topic}; French for a language we do not have. */
    public List<Article> all(Locale language) {
        return byLanguage.getOrDefault(language.getLanguage(), byLanguage.getOrDefault("fr", List.of()));
    }

    public Article article(Topic topic, Locale language) {
        return all(language).get(topic.ordinal());
    }

    /** What answers all the words asked for, the best first; accents and case do not matter. */
    public List<Article> search(String asked, Locale language) {
        List<String> words = words(asked);
        if (words.isEmpty()) {
            return List.of();
        }
        return all(language).stream()
                .filter(article -> article.answers(words) > 0)
                .sorted(Comparator.comparingInt((Article article) -> article.answers(words))
                        .reversed())
                .toList();
    }

    /** The words of a question, folded; so many and no more. */
    public static List<String> words(String asked) {
        return Folding.words(asked).stream().limit(MOST_WORDS).toList();
    }

    static String read(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new IllegalStateException(file + " cannot be read", missing);
        }
    }
}
