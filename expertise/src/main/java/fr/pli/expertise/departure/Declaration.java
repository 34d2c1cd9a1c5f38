package fr.pli.expertise.departure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/**
 * A departure as somebody declares it (T-1).
 *
 * @param lastDay {@code yyyy-mm-dd}, or {@code JJ-MM-AAAA} as it is written in France
 * @param successor address of an active agent; empty for nobody
 * @param cause name of a {@link Departure.Cause}; empty for none
 */
public record Declaration(
        @Nullable String lastDay,
        @Nullable String successor,
        @Nullable String cause) {

    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("d[-][/][.]M[-][/][.]uuuu").withResolverStyle(ResolverStyle.STRICT);
    /** Nobody knows longer before; what is further away was mistyped. */
    private static final int MOST_YEARS = 50;

    /** @throws fr.pli.exchange.platform.RefusedException where it is no day, or one that is over */
    LocalDate day(LocalDate today) {
        String typed = lastDay == null ? "" : lastDay.strip();
        if (typed.isEmpty()) {
            throw DepartureRefusal.DAY_REQUIRED.with();
        }
        LocalDate day = parsed(typed);
        if (day.isAfter(today.plusYears(MOST_YEARS))) {
            throw DepartureRefusal.DAY_INVALID.with();
        }
        if (day.isBefore(today)) {
            throw DepartureRefusal.DAY_PAST.with();
        }
        return day;
    }

    private static LocalDate parsed(String typed) {
        try {
            boolean iso = typed.matches("\\d{4}-.*");
            return LocalDate.parse(typed, iso ? DateTimeFormatter.ISO_LOCAL_DATE : FRENCH);
        } catch (DateTimeException malformed) {
            throw DepartureRefusal.DAY_INVALID.with();
        }
    }

    Departure.@Nullable Cause why() {
        String typed = cause == null ? "" : cause.strip();
        if (typed.isEmpty()) {
            return null;
        }
        for (Departure.Cause one : Departure.Cause.values()) {
            if (one.name().equals(typed)) {
                return one;
            }
        }
        throw DepartureRefusal.CAUSE_UNKNOWN.with();
    }
}
