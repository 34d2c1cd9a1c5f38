package fr.pli.exchange.certificate.web;

import fr.pli.exchange.account.CardDoor;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.certificate.CardRefusal;
import fr.pli.exchange.certificate.CardTickets;
import fr.pli.exchange.certificate.CertificateLinks;
import fr.pli.exchange.certificate.HeldCertificate;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * « Ajouter un certificat » (C-4): asked for in the account page, done by the mailed link with the new card. The link
 * needs no session; a GET, a HEAD or a prefetch changes nothing.
 */
@Controller
class CertificatePages {

    private final CertificateLinks links;
    private final CardTickets tickets;
    private final CardEntryPages entry;
    private final CardDoor door;
    private final Words words;

    CertificatePages(CertificateLinks links, CardTickets tickets, CardEntryPages entry, CardDoor door, Words words) {
        this.links = links;
        this.tickets = tickets;
        this.entry = entry;
        this.door = door;
        this.words = words;
    }

    @GetMapping("/account/certificates/add")
    String ask(@SignedIn Person me, Model model) {
        insistOnDoor();
        model.addAttribute("email", me.email());
        return "certificate/add";
    }

    @PostMapping("/account/certificates/add")
    String send(
            @SignedIn Person me,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        insistOnDoor();
        try {
            links.ask(me);
        } catch (RefusedException refused) {
            words.refuse(refused, response, model, locale);
            return ask(me, model);
        }
        redirect.addFlashAttribute("done", words.of("card.add.sent", locale, me.email()));
        return "redirect:/account";
    }

    @GetMapping("/certificate/{token}")
    String offer(@PathVariable String token, HttpServletResponse response, Model model) {
        return links.offer(token)
                .map(person -> {
                    model.addAttribute("token", token);
                    model.addAttribute("name", person.name());
                    return "certificate/link";
                })
                .orElseGet(() -> dead(response));
    }

    /** Leads to the card door, with the link in mind. */
    @PostMapping("/certificate/{token}")
    String present(@PathVariable String token, HttpServletResponse response) {
        if (links.offer(token).isEmpty() || !door.open()) {
            return dead(response);
        }
        CardCookies.link(token, response);
        return "redirect:" + entry.toCard("/", response);
    }

    @GetMapping("/new-card/attach")
    String confirm(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        Person person = links.offer(CardCookies.link(request)).orElse(null);
        HeldCertificate certificate =
                tickets.presented(CardCookies.nonce(request)).orElse(null);
        if (person == null || certificate == null) {
            return dead(response);
        }
        model.addAttribute("name", person.name());
        model.addAttribute("certificate", certificate);
        model.addAttribute("free", certificate.person() == null);
        if (certificate.person() != null) {
            words.refuse(
                    (person.id().equals(certificate.person()) ? CardRefusal.ALREADY_YOURS : CardRefusal.TAKEN).with(),
                    response,
                    model,
                    locale);
        }
        return "certificate/attach";
    }

    @PostMapping("/new-card/attach")
    String attach(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        HeldCertificate certificate =
                tickets.presented(CardCookies.nonce(request)).orElse(null);
        if (certificate == null) {
            return dead(response);
        }
        try {
            model.addAttribute(
                    "name",
                    links.attach(CardCookies.link(request), certificate.id()).name());
        } catch (RefusedException refused) {
            words.refuse(refused, response, model, locale);
            return "certificate/dead";
        }
        CardCookies.forget(response);
        return "certificate/attached";
    }

    private void insistOnDoor() {
        if (!door.open()) {
            throw CardRefusal.DOOR_CLOSED.with();
        }
    }

    private static String dead(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "certificate/dead";
    }
}
