package fr.pli.exchange.account.web;

import fr.pli.exchange.account.AddressChange;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Changing one's own address, and the link that confirms it. The link needs no session: who reads the new
 * address's mail confirms, and a GET, a HEAD or a prefetch changes nothing.
 */
@Controller
class AddressPages {

    private final AddressChange changes;
    private final Sentences sentences;

    AddressPages(AddressChange changes, Sentences sentences) {
        this.changes = changes;
        this.sentences = sentences;
    }

    @GetMapping("/account/address")
    String form(@SignedIn Person me, Model model) {
        return form(me, "", model);
    }

    @PostMapping("/account/address")
    String ask(
            @SignedIn Person me,
            @RequestParam(defaultValue = "") String email,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            changes.ask(me, email);
            redirect.addFlashAttribute("done", sentences.of("account.address.asked", locale, email.strip()));
            return "redirect:/account";
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute("error", sentences.of(refused, locale));
            return form(me, email.length() > 254 ? "" : email, model);
        }
    }

    @PostMapping("/account/address/cancel")
    String cancel(@SignedIn Person me, Locale locale, RedirectAttributes redirect) {
        changes.cancel(me);
        redirect.addFlashAttribute("done", sentences.of("account.address.kept", locale));
        return "redirect:/account";
    }

    @GetMapping("/address/{token}")
    String offer(@PathVariable String token, HttpServletResponse response, Model model) {
        return changes.offer(token)
                .map(offer -> {
                    model.addAttribute("token", token);
                    model.addAttribute("offer", offer);
                    return "account/address-confirm";
                })
                .orElseGet(() -> dead(response));
    }

    @PostMapping("/address/{token}")
    String confirm(@PathVariable String token, HttpServletResponse response, Model model, Locale locale) {
        var offer = changes.offer(token).orElse(null);
        if (offer == null) {
            return dead(response);
        }
        try {
            changes.confirm(token);
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", sentences.of(refused, locale));
            return "account/address-dead";
        }
        model.addAttribute("email", offer.email());
        return "account/address-done";
    }

    private String form(Person me, String email, Model model) {
        model.addAttribute("person", me);
        model.addAttribute("email", email);
        model.addAttribute("domains", changes.domains(me));
        return "account/address";
    }

    private static String dead(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "account/address-dead";
    }
}
