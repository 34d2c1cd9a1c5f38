package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Court;
import fr.pli.expertise.participants.Line;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number under which a court lists a case, « numéro de répertoire général »: {@code 14/00112} with a tribunal
 * judiciaire and a court of appeal; commercial courts write year and number as {@code 2014F00112}, {@code 2014 000112} or
 * {@code 14/00112} (E-1).
 */
public final class RgNumber {

    private static final Pattern JUDICIAL = Pattern.compile("\\d{2}/\\d{4,6}");
    private static final Pattern COMMERCIAL =
            Pattern.compile("\\d{2}/\\d{4,6}|(?:19|20)\\d{2}[ /-]?[A-Z]{0,2}[ /-]?\\d{3,8}");
    private static final int LONGEST = 20;

    private RgNumber() {}

    /** The number as it is kept, upper case without spaces at its ends and without the letters « RG » before it. */
    public static String checked(Court court, @Nullable String typed) {
        String number = Line.tidy(typed).toUpperCase(Locale.ROOT).replaceFirst("^(?:N° ?)?RG ?(?:N° ?)?:? ?", "");
        if (number.isEmpty()) {
            throw DossierRefusal.RG_REQUIRED.with();
        }
        if (number.length() > LONGEST || !form(court).matcher(number).matches()) {
            throw DossierRefusal.RG_MALFORMED.with(court.commercial() ? "2014F00112" : "14/00112");
        }
        return number;
    }

    private static Pattern form(Court court) {
        return court.commercial() ? COMMERCIAL : JUDICIAL;
    }
}
