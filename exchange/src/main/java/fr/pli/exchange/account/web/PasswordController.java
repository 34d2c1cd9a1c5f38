package fr.pli.exchange.account.web;

import fr.pli.exchange.account.PasswordChoice;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Sessions;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing one's own password. */
@Controller
@RequestMapping("/account/password")
class PasswordController {

    private final PasswordChoice choice;
    private final Sessions sessions;
    private final MessageSource messages;

    PasswordController(PasswordChoice choice, Sessions sessions, MessageSource messages) {
        this.choice = choice;
        this.sessions = sessions;
        this.messages = messages;
    }

    @GetMapping
    String form(@SignedIn Person person, Model model) {
        model.addAttribute("rules", choice.shown(person));
        return "account/change-password";
    }

    @PostMapping
    String change(
            @SignedIn Person person,
            @RequestParam(name = "present", defaultValue = "") String present,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "repeated", defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model,
            Locale locale) {
        try {
            choice.change(person, present, password, repeated, sessions.current(request));
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute(
                    "refusal",
                    messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
            return form(person, model);
        }
        flash.addFlashAttribute("done", messages.getMessage("password.changed", null, locale));
        return "redirect:/account";
    }
}
