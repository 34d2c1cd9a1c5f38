package fr.pli.expertise.dossier;

import fr.pli.exchange.platform.Folding;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code CLAIMANT_DEFENDANT_COURT_RGnn/nnnnn_EXPERT_dd-mm-yyyy} (E-1): upper case without accents, what is neither letter
 * nor digit within a part is "-", so that "_" only separates.
 */
record ExpertiseName(String claimant, String defendant, String court, String rg, String expert, LocalDate day) {

    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final int LONGEST_PARTY = 60;
    private static final int LONGEST_EXPERT = 40;

    /** @param number 1 for the first of that name, « (2) » for the second */
    String text(int number) {
        String name = String.join(
                "_",
                part(claimant, LONGEST_PARTY),
                part(defendant, LONGEST_PARTY),
                court,
                "RG" + rg,
                part(expert, LONGEST_EXPERT),
                DAY.format(day));
        return number == 1 ? name : name + " (" + number + ")";
    }

    /** Letters of other scripts stay; a name without any letter or digit is "X". */
    private static String part(String typed, int longest) {
        String upper = Folding.fold(typed).toUpperCase(Locale.ROOT);
        String joined = OTHER.matcher(upper).replaceAll("-").replaceAll("^-|-$", "");
        String cut = joined.length() > longest
                ? joined.substring(0, joined.offsetByCodePoints(0, safe(joined, longest)))
                : joined;
        return cut.isEmpty() ? "X" : cut.replaceAll("-$", "");
    }

    /** Code points within so many characters. */
    private static int safe(String text, int characters) {
        return text.codePointCount(0, characters) - (Character.isHighSurrogate(text.charAt(characters - 1)) ? 1 : 0);
    }
}
