package fr.pli.app.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;

/**
 * One method and one address that the application answers.
 *
 * @param pattern such as {@code /messages/{message}/files/{file}}; alternatives of a variable are routes of their own
 */
record Route(String method, String pattern, HandlerMethod handler) implements Comparable<Route> {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    boolean api() {
        return pattern.startsWith("/api/");
    }

    boolean reads() {
        return method.equals("GET");
    }

    List<String> variables() {
        return VARIABLE.matcher(pattern).results().map(found -> found.group(1)).toList();
    }

    /** The address with these values; a variable that is missing keeps its braces, encoded. */
    String path(Map<String, String> values) {
        return VARIABLE.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "unknown")));
    }

    /** The part of the pattern that ends with each of its variables, by variable. */
    Map<String, String> prefixes() {
        var prefixes = new TreeMap<String, String>();
        VARIABLE.matcher(pattern).results().forEach(found -> prefixes.put(found.group(1), shape(found.end())));
        return prefixes;
    }

    /** Names of variables differ from route to route, their places do not. */
    private String shape(int end) {
        return VARIABLE.matcher(pattern.substring(0, end)).replaceAll("{}");
    }

    /** A pattern whose variables have no expressions any more: {@code {act:a|b}} becomes a and b, digits become 1. */
    static List<String> plain(String pattern) {
        int open = pattern.indexOf('{');
        while (open >= 0) {
            int close = closing(pattern, open);
            String inside = pattern.substring(open + 1, close);
            int colon = inside.indexOf(':');
            if (colon >= 0) {
                String before = pattern.substring(0, open);
                String after = pattern.substring(close + 1);
                var all = new ArrayList<String>();
                String expression = inside.substring(colon + 1);
                List<String> choices = expression.matches("[\\w|-]+") ? List.of(expression.split("\\|")) : List.of("1");
                choices.forEach(choice -> all.addAll(plain(before + choice + after)));
                return all;
            }
            open = pattern.indexOf('{', close);
        }
        return List.of(pattern);
    }

    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            depth += pattern.charAt(i) == '{' ? 1 : pattern.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException(pattern);
    }

    @Override
    public int compareTo(Route other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return pattern + " " + method;
    }
}
