package fr.pli.exchange.platform;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;

/** Dates, numbers and sizes as the reader writes them; pages use it as {@code @show}. 1 Ko is 1000 octets. */
@Component("show")
public class Show {

    private static final String[] FRENCH_UNITS = {"octets", "Ko", "Mo", "Go", "To"};
    private static final String[] ENGLISH_UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private final Clock clock;

    Show(Clock clock) {
        this.clock = clock;
    }

    /** « 22/11/2026 à 10h42 » in the reader's zone; empty for null. */
    public String instant(@Nullable Instant instant) {
        return instant(instant, locale(), zone());
    }

    public String instant(@Nullable Instant instant, Locale locale, ZoneId zone) {
        if (instant == null) {
            return "";
        }
        String pattern = french(locale) ? "dd/MM/yyyy 'à' HH'h'mm" : "dd/MM/yyyy 'at' HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
    }

    /** « lundi 7 décembre 2026 à 10h43 (Paris) », for what must not be misread. */
    public String fully(@Nullable Instant instant) {
        return fully(instant, locale(), zone());
    }

    public String fully(@Nullable Instant instant, Locale locale, ZoneId zone) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime at = instant.atZone(zone);
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(at);
        String time = DateTimeFormatter.ofPattern(french(locale) ? "HH'h'mm" : "HH:mm")
                .format(at);
        return day + (french(locale) ? " à " : " at ") + time + " (" + zoneName(zone, locale) + ")";
    }

    /** « 07/12/2026 ». */
    public String day(@Nullable Instant instant) {
        return instant == null ? "" : DateTimeFormatter.ofPattern("dd/MM/yyyy").format(instant.atZone(zone()));
    }

    /** « 10h42 ». */
    public String time(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern(french(locale()) ? "HH'h'mm" : "HH:mm")
                        .format(instant.atZone(zone()));
    }

    /** « 10:43:08 », for journals. */
    public String second(@Nullable Instant instant) {
        return instant == null ? "" : DateTimeFormatter.ofPattern("HH:mm:ss").format(instant.atZone(zone()));
    }

    /** ISO 8601, for the {@code datetime} attribute. */
    public String iso(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    /** « 1,9 Go ». */
    public String size(long bytes) {
        return size(bytes, locale());
    }

    public String size(long bytes, Locale locale) {
        String[] units = french(locale) ? FRENCH_UNITS : ENGLISH_UNITS;
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(unit == 0 || value >= 100 ? 0 : 1);
        return format.format(value) + "\u00a0" + units[unit];
    }

    /** « 1 903 224 118 octets ». */
    public String bytes(long bytes) {
        return number(bytes) + "\u00a0" + (french(locale()) ? FRENCH_UNITS : ENGLISH_UNITS)[0];
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** « 3 jours », « 5 h », « 12 min », for what is left until {@code end}. */
    public String left(@Nullable Instant end) {
        if (end == null) {
            return "";
        }
        Duration left = Duration.between(clock.instant(), end);
        if (left.toHours() >= 48) {
            return left.toDays() + "\u00a0" + (french(locale()) ? "jours" : "days");
        }
        return left.toHours() >= 1 ? left.toHours() + "\u00a0h" : Math.max(0, left.toMinutes()) + "\u00a0min";
    }

    public ZoneId zone() {
        return LocaleContextHolder.getLocaleContext() instanceof TimeZoneAwareLocaleContext aware
                        && aware.getTimeZone() != null
                ? aware.getTimeZone().toZoneId()
                : Time.PARIS;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static boolean french(Locale locale) {
        return locale.getLanguage().equals("fr");
    }

    private static String zoneName(ZoneId zone, Locale locale) {
        String id = zone.getId();
        return id.contains("/")
                ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ')
                : zone.getDisplayName(TextStyle.SHORT, locale);
    }
}
