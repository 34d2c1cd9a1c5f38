package fr.pli.exchange.attachment;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What people call a media type: « Document PDF », not {@code application/pdf}. Pages use it as {@code @media}. The words
 * are {@code media.<type>}, else those of the first half of the type, else « Fichier ».
 */
@Component("media")
public class MediaWords {

    private final MessageSource words;

    MediaWords(MessageSource words) {
        this.words = words;
    }

    /** In the reader's language; for a type that is not known yet, the words for any file. */
    public String of(@Nullable String type) {
        Locale reader = LocaleContextHolder.getLocale();
        String any = words.getMessage("media.any", null, reader);
        if (type == null) {
            return any;
        }
        String group =
                words.getMessage("media." + type.substring(0, Math.max(0, type.indexOf('/'))), null, any, reader);
        return Objects.requireNonNull(words.getMessage("media." + type, null, group, reader));
    }
}
