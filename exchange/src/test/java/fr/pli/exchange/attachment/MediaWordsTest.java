package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.ExchangeTest;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

@ExchangeTest
@Tag("X-7")
@Tag("Q-9")
class MediaWordsTest {

    @Autowired
    MediaWords media;

    @AfterEach
    void nobodyReads() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aMediaTypeHasWordsOfItsOwnElseThoseOfItsKindElseThoseOfAnyFile() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(media.of("application/pdf")).isEqualTo("Document PDF");
        assertThat(media.of("image/x-rare")).isEqualTo("Image");
        assertThat(media.of("application/x-rare")).isEqualTo("Fichier");
        assertThat(media.of("nonsense")).isEqualTo("Fichier");
        assertThat(media.of(null)).isEqualTo("Fichier");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(media.of("application/pdf")).isEqualTo("PDF document");
    }
}
