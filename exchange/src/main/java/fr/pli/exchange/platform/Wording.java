package fr.pli.exchange.platform;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Sentences that a bundle may lack. Nobody gives a {@link MessageSource} the sentence to be said instead: it would be taken
 * for a pattern and formatted once more, and « n'est » would be read as « nest ».
 */
@Component
public class Wording {

    private final MessageSource sentences;

    Wording(MessageSource sentences) {
        this.sentences = sentences;
    }

    /** The sentence without arguments, where there is one. */
    public Optional<String> find(String code, Locale locale) {
        return Optional.ofNullable(sentences.getMessage(code, null, null, locale));
    }
}
