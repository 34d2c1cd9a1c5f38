package fr.pli.exchange.notification.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.notification.Preferences;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Préférences »: what one wants to be told by mail (N-2). */
@Controller
class PreferencesController {

    private final Preferences preferences;
    private final MessageSource sentences;

    PreferencesController(Preferences preferences, MessageSource sentences) {
        this.preferences = preferences;
        this.sentences = sentences;
    }

    @GetMapping("/account/preferences")
    String preferences(@SignedIn Person person, Model model) {
        model.addAttribute("notices", Preferences.Notice.values());
        model.addAttribute("wanted", preferences.of(person.id()));
        return "notification/preferences";
    }

    @PostMapping("/account/preferences")
    String replace(
            @SignedIn Person person,
            @RequestParam(defaultValue = "") Set<Preferences.Notice> wanted,
            RedirectAttributes flash,
            Locale locale) {
        preferences.replace(person.id(), wanted);
        flash.addFlashAttribute("done", sentences.getMessage("notification.saved", null, locale));
        return "redirect:/account/preferences";
    }
}
