package fr.pli.expertise.archive;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of an exhibit as people order it: « 2 » before « 10 », « 3 bis » after « 3 », none after all. */
record Cote(List<String> parts) implements Comparable<Cote> {

    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    static Cote of(@Nullable String text) {
        return new Cote(
                text == null
                        ? List.of()
                        : PART.matcher(text.strip())
                                .results()
                                .map(MatchResult::group)
                                .toList());
    }

    @Override
    public int compareTo(Cote other) {
        if (parts.isEmpty() || other.parts.isEmpty()) {
            return Boolean.compare(parts.isEmpty(), other.parts.isEmpty());
        }
        for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
            int order = compare(parts.get(i), other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    private static int compare(String one, String other) {
        boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareToIgnoreCase(other);
    }
}
