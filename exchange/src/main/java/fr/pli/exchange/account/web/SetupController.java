package fr.pli.exchange.account.web;

import fr.pli.exchange.account.FirstSetup;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the first start's link (O-3). */
@Controller
@RequestMapping("/setup/{token}")
class SetupController {

    private final FirstSetup setup;
    private final MessageSource messages;

    SetupController(FirstSetup setup, MessageSource messages) {
        this.setup = setup;
        this.messages = messages;
    }

    @GetMapping
    String form(@PathVariable String token, HttpServletResponse response, Model model, Locale locale) {
        return setup.open(token)
                ? show(model, token, new FirstSetup.Administrator("", "", "", "", "", "", locale))
                : dead(response);
    }

    @PostMapping
    String complete(
            @PathVariable String token,
            @RequestParam(name = "email", defaultValue = "") String email,
            @RequestParam(name = "firstName", defaultValue = "") String firstName,
            @RequestParam(name = "lastName", defaultValue = "") String lastName,
            @RequestParam(name = "organisation", defaultValue = "") String organisation,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "repeated", defaultValue = "") String repeated,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        if (!setup.open(token)) {
            return dead(response);
        }
        var typed = new FirstSetup.Administrator(email, firstName, lastName, organisation, password, repeated, locale);
        try {
            setup.complete(token, typed);
            return "redirect:/sign-in?chosen";
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute(
                    "refusal",
                    messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
            return show(model, token, typed);
        }
    }

    private String show(Model model, String token, FirstSetup.Administrator typed) {
        model.addAttribute("token", token);
        model.addAttribute("typed", typed);
        model.addAttribute("rules", setup.rules());
        return "account/setup";
    }

    private static String dead(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "account/setup-dead";
    }
}
