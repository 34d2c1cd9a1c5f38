package fr.pli.exchange.certificate.web;

import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Sentences for the pages of this feature. */
@Component("cardWords")
class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String of(RefusedException refused, Locale locale) {
        return messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale);
    }

    Map<String, String> byField(Map<String, RefusedException> flaws, Locale locale) {
        var sentences = new LinkedHashMap<String, String>();
        flaws.forEach((field, flaw) -> sentences.put(field, of(flaw, locale)));
        return sentences;
    }

    /** The layout shows it on top of the page. */
    void refuse(RefusedException refused, HttpServletResponse response, Model model, Locale locale) {
        response.setStatus(refused.refusal().status());
        model.addAttribute("refusal", of(refused, locale));
    }
}
