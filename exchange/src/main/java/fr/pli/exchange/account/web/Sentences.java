package fr.pli.exchange.account.web;

import fr.pli.exchange.account.Flaw;
import fr.pli.exchange.platform.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words for pages of this feature: sentences of refusals, next to the field where there is one. */
@Component
class Sentences {

    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String of(RefusedException refused, Locale locale) {
        return messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale);
    }

    String of(Flaw flaw, Locale locale) {
        return of(flaw.exception(), locale);
    }

    Map<String, String> byField(List<Flaw> flaws, Locale locale) {
        var sentences = new LinkedHashMap<String, String>();
        flaws.forEach(flaw -> sentences.putIfAbsent(flaw.field(), of(flaw, locale)));
        return sentences;
    }
}
