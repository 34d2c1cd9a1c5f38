package fr.pli.exchange.message.web;

import fr.pli.exchange.message.Obstacle;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sentences of the bundles in the reader's language. */
@Component("messageTexts")
class Texts {

    private final MessageSource messages;
    private final Wording wording;

    Texts(MessageSource messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** For technical values that another feature may have words for. */
    String orElse(String key, String otherwise) {
        return wording.find(key, LocaleContextHolder.getLocale()).orElse(otherwise);
    }

    String of(RefusedException refused) {
        return of("refusal." + refused.refusal().code(), refused.arguments());
    }

    @Nullable
    String of(@Nullable Obstacle obstacle) {
        return obstacle == null
                ? null
                : of(
                        "refusal." + obstacle.refusal().code(),
                        obstacle.arguments().toArray());
    }
}
