package fr.pli.exchange.account.web;

import fr.pli.exchange.account.Entrance;
import fr.pli.exchange.account.PasswordChoice;
import fr.pli.exchange.account.PasswordPolicy;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The links of mails by which a password is chosen. A GET, a HEAD or a prefetch shows the form and changes
 * nothing; a dead link is a page that offers a new one.
 */
@Controller
class LinkController {

    private final PasswordChoice choice;
    private final Entrance entrance;
    private final MessageSource messages;

    LinkController(PasswordChoice choice, Entrance entrance, MessageSource messages) {
        this.choice = choice;
        this.entrance = entrance;
        this.messages = messages;
    }

    @GetMapping("/forgotten")
    String forgottenForm() {
        return "account/forgotten";
    }

    @PostMapping("/forgotten")
    String forgotten(@RequestParam(name = "email", defaultValue = "") String email, HttpServletRequest request) {
        choice.forgotten(email, request.getRemoteAddr());
        return "redirect:/forgotten/sent";
    }

    @GetMapping("/forgotten/sent")
    String sent() {
        return "account/link-sent";
    }

    @GetMapping("/link/{token}")
    String form(@PathVariable String token, HttpServletResponse response, Model model) {
        return choice.offer(token)
                .map(offer -> choose(model, token, offer))
                .orElseGet(() -> dead(model, token, response));
    }

    @PostMapping("/link/{token}")
    String choose(
            @PathVariable String token,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "repeated", defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var offer = choice.offer(token).orElse(null);
        if (offer == null) {
            return dead(model, token, response);
        }
        try {
            entrance.remember(choice.choose(token, password, repeated, Entrance.device(request)), response);
            return "redirect:/sign-in?chosen";
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute(
                    "refusal",
                    messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
            return choose(model, token, offer);
        }
    }

    @PostMapping("/link/{token}/renew")
    String renew(@PathVariable String token, HttpServletRequest request) {
        choice.renew(token, request.getRemoteAddr());
        return "redirect:/forgotten/sent";
    }

    private static String choose(Model model, String token, PasswordChoice.Offer offer) {
        PasswordPolicy.Shown rules = offer.rules();
        model.addAttribute("token", token);
        model.addAttribute("email", offer.email());
        model.addAttribute("first", offer.first());
        model.addAttribute("rules", rules);
        return "account/choose-password";
    }

    private static String dead(Model model, String token, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("token", token);
        return "account/link-dead";
    }
}
