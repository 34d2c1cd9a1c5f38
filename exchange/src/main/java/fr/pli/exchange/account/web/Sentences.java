package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Flaw;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Show;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

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

    /** Of a file refused: its largest size in the units people read. */
    String ofFile(RefusedException refused, Locale locale, DataSize largest, Show show) {
        return refused.refusal() == DirectoryRefusal.IMPORT_TOO_LARGE
                ? of("refusal." + refused.refusal().code(), locale, show.size(largest.toBytes()))
                : of(refused, locale);
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
