package fr.pli.exchange.certificate.web;

import fr.pli.exchange.certificate.Card;
import fr.pli.exchange.certificate.CardCheck;
import fr.pli.exchange.certificate.CardLinks;
import fr.pli.exchange.certificate.CardListeners;
import fr.pli.exchange.certificate.CardReader;
import fr.pli.exchange.certificate.CardRefusal;
import fr.pli.exchange.certificate.CardTickets;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The only pages of the card door (C-1): who holds the card, and a button; then the ticket on its way to the main door.
 * Without session and without cookie; a GET has no effect.
 */
@Controller
class CardDoorPages {

    /** Said by browsers of how a request came about; a form of another site says something else. */
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private final CardListeners listeners;
    private final CardReader reader;
    private final CardCheck check;
    private final CardTickets tickets;
    private final CardLinks links;
    private final Words words;

    CardDoorPages(
            CardListeners listeners,
            CardReader reader,
            CardCheck check,
            CardTickets tickets,
            CardLinks links,
            Words words) {
        this.listeners = listeners;
        this.reader = reader;
        this.check = check;
        this.tickets = tickets;
        this.links = links;
        this.words = words;
    }

    @ModelAttribute
    void onlyHere(HttpServletRequest request, Model model) {
        if (listeners.of(request) == CardListeners.Kind.OTHER) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("main", links.main());
    }

    /** @param binding of the browser's nonce, made by the main door */
    @GetMapping("/card")
    String show(
            @RequestParam(name = "for", defaultValue = "") String binding,
            @RequestParam(name = "next", defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        model.addAttribute("binding", CardTickets.plausible(binding) ? binding : "");
        model.addAttribute("next", next.length() > 2000 ? "" : next);
        try {
            Card card = check.check(reader.read(request));
            model.addAttribute("card", card);
            return "certificate/door";
        } catch (RefusedException refused) {
            return refuse(refused, response, model, locale);
        }
    }

    @PostMapping("/card")
    String enter(
            @RequestParam(name = "for", defaultValue = "") String binding,
            @RequestParam(name = "next", defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            String site = request.getHeader(FETCH_SITE);
            if (site != null && !site.equals("same-origin")) {
                throw CardRefusal.FOREIGN_FORM.with();
            }
            Card card = check.check(reader.read(request));
            model.addAttribute("ticket", tickets.issue(binding, card));
            model.addAttribute("next", next.length() > 2000 ? "" : next);
            return "certificate/enter";
        } catch (RefusedException refused) {
            return refuse(refused, response, model, locale);
        }
    }

    private String refuse(RefusedException refused, HttpServletResponse response, Model model, Locale locale) {
        words.refuse(refused, response, model, locale);
        model.addAttribute("code", refused.refusal().code());
        return "certificate/refused";
    }
}
