package fr.pli.exchange.certificate.web;

import fr.pli.exchange.certificate.CardRefusal;
import fr.pli.exchange.certificate.CardTickets;
import fr.pli.exchange.certificate.HeldCertificate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Nouveau certificat reconnu » (C-2): a valid certificate that is nobody's yet. */
@Controller
class NewCardPages {

    private final CardTickets tickets;
    private final Words words;

    NewCardPages(CardTickets tickets, Words words) {
        this.tickets = tickets;
        this.words = words;
    }

    /** What this browser presented and nobody has. */
    Optional<HeldCertificate> unknown(HttpServletRequest request) {
        return tickets.presented(CardCookies.nonce(request)).filter(found -> found.person() == null);
    }

    @GetMapping("/new-card")
    String question(HttpServletRequest request, Model model) {
        return unknown(request)
                .map(certificate -> {
                    model.addAttribute("certificate", certificate);
                    return "certificate/new";
                })
                .orElse("redirect:/sign-in/card");
    }

    @PostMapping("/new-card")
    String answer(
            @RequestParam(name = "account", defaultValue = "") String account,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        if (account.equals("yes")) {
            return "redirect:/new-card/known";
        }
        if (account.equals("no")) {
            return "redirect:/new-card/registration";
        }
        words.refuse(CardRefusal.CHOICE_REQUIRED.with(), response, model, locale);
        return question(request, model);
    }

    /** Who has an account reads which way leads there. */
    @GetMapping("/new-card/known")
    String known(HttpServletRequest request, Model model) {
        return unknown(request)
                .map(certificate -> {
                    model.addAttribute("certificate", certificate);
                    return "certificate/known";
                })
                .orElse("redirect:/sign-in/card");
    }
}
