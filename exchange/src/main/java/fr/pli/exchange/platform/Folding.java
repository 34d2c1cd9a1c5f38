package fr.pli.exchange.platform;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How words are compared wherever people search: compatibility decomposition (NFKD), no accents, lower case, split on
 * everything but letters and digits (DESIGN, section 2).
 */
public final class Folding {

    /** A longer word is cut: the token tables hold no more. */
    public static final int LONGEST = 60;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private Folding() {}

    /** The text without accents and in lower case. */
    public static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return ligatures(MARKS.matcher(decomposed).replaceAll(""));
    }

    /** The distinct folded words of the text, in order. */
    public static List<String> words(String text) {
        var words = new LinkedHashSet<String>();
        for (String word : SEPARATORS.split(fold(text), -1)) {
            if (!word.isEmpty()) {
                words.add(cut(word));
            }
        }
        return List.copyOf(words);
    }

    /** Letters that Unicode does not decompose, but which nobody types in a search. */
    private static String ligatures(String text) {
        return text.replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d");
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        int end = Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return word.substring(0, end);
    }
}
