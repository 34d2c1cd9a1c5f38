package fr.pli.exchange.notification.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.notification.Reminders;
import fr.pli.exchange.platform.RefusedException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Relancer » on the page of a sent message. */
@Controller
class ReminderController {

    private final Reminders reminders;
    private final MessageSource sentences;

    ReminderController(Reminders reminders, MessageSource sentences) {
        this.reminders = reminders;
        this.sentences = sentences;
    }

    /** @param person only them; everybody who has not collected without it */
    @PostMapping("/messages/{message}/reminders")
    String remind(
            @SignedIn Person sender,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "") Set<UUID> person,
            RedirectAttributes flash,
            Locale locale) {
        try {
            int told = reminders.remind(sender, message, person);
            flash.addFlashAttribute(
                    "done", sentences.getMessage("notification.reminded.done", new Object[] {told}, locale));
        } catch (RefusedException refused) {
            if (refused.refusal().status() == 404 || refused.refusal() == MessageRefusal.PERMANENT) {
                throw refused;
            }
            flash.addFlashAttribute(
                    "refusal",
                    sentences.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
        }
        return "redirect:/messages/" + message;
    }
}
