package fr.pli.ops;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences in the person's language: French, or English where the system speaks it. Sizes as the platform writes them. */
final class Say {

    private static final Locale LOCALE =
            Locale.getDefault().getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "fr.pli.ops.client",
            LOCALE,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
            .withLocale(LOCALE)
            .withZone(ZoneId.systemDefault());

    private Say() {}

    static String words(String key, Object... arguments) {
        return new MessageFormat(WORDS.getString(key), LOCALE).format(arguments);
    }

    static Locale locale() {
        return LOCALE;
    }

    static String size(long bytes) {
        String[] units = WORDS.getString("units").split(" ");
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(LOCALE);
        format.setMaximumFractionDigits(unit == 0 || value >= 100 ? 0 : 1);
        return format.format(value) + " " + units[unit];
    }

    static String time(String instant) {
        return instant.isEmpty() ? "" : TIME.format(Instant.parse(instant));
    }
}
