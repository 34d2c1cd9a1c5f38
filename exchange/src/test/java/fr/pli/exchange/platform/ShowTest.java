package fr.pli.exchange.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;

@Tag("Q-9")
class ShowTest {

    private static final Instant WINTER = Instant.parse("2026-12-07T09:43:00Z");

    private final Show show = new Show(Clock.fixed(Instant.parse("2026-12-05T09:43:00Z"), ZoneOffset.UTC));

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 octets, 0 bytes",
        "999, 999 octets, 999 bytes",
        "1000, '1 Ko', 1 kB",
        "217088, 217 Ko, 217 kB",
        "12345, '12,3 Ko', 12.3 kB",
        "999940, '1 Mo', 1 MB",
        "1903224118, '1,9 Go', 1.9 GB",
        "2000000000, 2 Go, 2 GB"
    })
    void sizesAreWrittenWithThousandsAsTheReaderDoes(long bytes, String french, String english) {
        assertThat(show.size(bytes, Locale.FRENCH).replace('\u00a0', ' ')).isEqualTo(french);
        assertThat(show.size(bytes, Locale.ENGLISH).replace('\u00a0', ' ')).isEqualTo(english);
    }

    @Test
    void datesAreInTheReadersZoneAndLanguage() {
        reader(Locale.FRENCH, "Europe/Paris");
        assertThat(show.instant(WINTER)).isEqualTo("07/12/2026 à 10h43");
        assertThat(show.fully(WINTER)).isEqualTo("lundi 7 décembre 2026 à 10h43 (Paris)");
        reader(Locale.ENGLISH, "America/Martinique");
        assertThat(show.instant(WINTER)).isEqualTo("07/12/2026 at 05:43");
    }

    @Test
    void timeLeftIsInDaysThenHoursThenMinutes() {
        reader(Locale.FRENCH, "Europe/Paris");
        assertThat(show.left(WINTER)).isEqualTo("2\u00a0jours");
        assertThat(show.left(Instant.parse("2026-12-05T14:43:00Z"))).isEqualTo("5\u00a0h");
        assertThat(show.left(Instant.parse("2026-12-05T09:55:59Z"))).isEqualTo("12\u00a0min");
        assertThat(show.left(Instant.parse("2026-12-01T09:00:00Z"))).isEqualTo("0\u00a0min");
    }

    private static void reader(Locale locale, String zone) {
        LocaleContextHolder.setLocaleContext(new SimpleTimeZoneAwareLocaleContext(locale, TimeZone.getTimeZone(zone)));
    }
}
