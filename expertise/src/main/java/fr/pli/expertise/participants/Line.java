package fr.pli.expertise.participants;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of text that somebody typed: names of parties, numbers of a court. */
public final class Line {

    private static final Pattern SPACES = Pattern.compile("\\p{Z}+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private Line() {}

    /** Without surrounding and doubled spaces; empty for nothing. */
    public static String tidy(@Nullable String typed) {
        return typed == null
                ? ""
                : SPACES.matcher(typed.strip()).replaceAll(" ").strip();
    }

    /** Whether the line may stand on a page and in a row of so many characters. */
    public static boolean fits(String line, int most) {
        return line.length() <= most && !UNPRINTABLE.matcher(line).find();
    }
}
