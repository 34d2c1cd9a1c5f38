package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Wording;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What people call a media type: « Document PDF », not {@code application/pdf}. Pages use it as {@code @media}. The words
 * are {@code media.<type>}, else those of the first half of the type, else « Fichier ».
 */
@Component("media")
public class MediaWords {

    private final Wording words;

    MediaWords(Wording words) {
        this.words = words;
    }

    /** In the reader's language; for a type that is not known yet, the words for any file. */
    public String of(@Nullable String type) {
        Locale reader = LocaleContextHolder.getLocale();
        String known = type == null ? "any" : type;
        return words.find("media." + known, reader)
                .or(() -> words.find("media." + known.substring(0, Math.max(0, known.indexOf('/'))), reader))
                .or(() -> words.find("media.any", reader))
                .orElseThrow();
    }
}
