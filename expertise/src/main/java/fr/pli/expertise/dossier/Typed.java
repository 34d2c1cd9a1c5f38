package fr.pli.expertise.dossier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fields of forms as they are typed: days as {@code yyyy-mm-dd}, amounts with a comma or a point; empty ones are null. */
public final class Typed {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(?:\\.\\d{1,2})?");

    private Typed() {}

    public static @Nullable LocalDate day(String typed) {
        String day = typed.strip();
        if (day.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException malformed) {
            throw DossierRefusal.DATE_INVALID.with();
        }
    }

    public static @Nullable BigDecimal amount(String typed) {
        String amount = typed.replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.');
        if (amount.isEmpty()) {
            return null;
        }
        if (!AMOUNT.matcher(amount).matches()) {
            throw DossierRefusal.AMOUNT_INVALID.with();
        }
        return new BigDecimal(amount);
    }
}
