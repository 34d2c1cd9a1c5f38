package fr.pli.app.help;

import fr.pli.exchange.platform.Folding;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One article in one language.
 *
 * @param title its heading
 * @param html what follows the heading, as shipped
 * @param text the same without tags, for the search
 */
public record Article(Topic topic, String title, String html, String text) {

    private static final Pattern TAGS = Pattern.compile("<[^>]+>");
    private static final String BEGIN = "<h1>";
    private static final String END = "</h1>";
    private static final int EXCERPT = 180;

    /** @param file begins with its title in {@code <h1>} */
    static Article of(Topic topic, String file) {
        int end = file.indexOf(END);
        if (!file.startsWith(BEGIN) || end < 0) {
            throw new IllegalStateException("the article " + topic.slug() + " does not begin with its title");
        }
        String html = file.substring(end + END.length()).strip();
        return new Article(topic, plain(file.substring(BEGIN.length(), end)), html, plain(html));
    }

    /** How well it answers: 0 unless every word begins a word of it; words of the title count more. */
    int answers(List<String> asked) {
        List<String> inTitle = Folding.words(title);
        List<String> inText = Folding.words(text);
        int points = 0;
        for (String word : asked) {
            boolean titled = inTitle.stream().anyMatch(known -> known.startsWith(word));
            if (!titled && inText.stream().noneMatch(known -> known.startsWith(word))) {
                return 0;
            }
            points += titled ? 10 : 1;
        }
        return points;
    }

    /** Where the first word is found, with what stands around it. */
    public String excerpt(List<String> asked) {
        int at = 0;
        for (String word : text.split(" ")) {
            if (asked.stream()
                    .anyMatch(begin -> Folding.words(word).stream().anyMatch(known -> known.startsWith(begin)))) {
                break;
            }
            at += word.length() + 1;
        }
        int from = at >= text.length() ? 0 : text.lastIndexOf(' ', Math.max(0, at - EXCERPT / 3)) + 1;
        int to = Math.min(text.length(), from + EXCERPT);
        return (from == 0 ? "" : "… ") + text.substring(from, to) + (to == text.length() ? "" : " …");
    }

    private static String plain(String html) {
        return TAGS.matcher(html)
                .replaceAll(" ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
