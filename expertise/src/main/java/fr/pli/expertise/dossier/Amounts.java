package fr.pli.expertise.dossier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Amounts in euros and days, as the rows of an expertise can hold them. */
final class Amounts {

    private static final BigDecimal MOST = new BigDecimal("9999999999.99");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Amounts() {}

    /** Zero or more, to the cent. */
    static @Nullable BigDecimal amount(@Nullable BigDecimal typed) {
        if (typed == null) {
            return null;
        }
        if (typed.signum() < 0
                || typed.scale() > 100
                || typed.compareTo(MOST) > 0
                || typed.stripTrailingZeros().scale() > 2) {
            throw DossierRefusal.AMOUNT_INVALID.with();
        }
        return typed.setScale(2, RoundingMode.UNNECESSARY);
    }

    static @Nullable LocalDate day(@Nullable LocalDate typed) {
        if (typed != null && (typed.getYear() < FIRST_YEAR || typed.getYear() > LAST_YEAR)) {
            throw DossierRefusal.DATE_INVALID.with();
        }
        return typed;
    }
}
