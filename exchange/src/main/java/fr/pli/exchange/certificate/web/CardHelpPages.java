package fr.pli.exchange.certificate.web;

import fr.pli.exchange.certificate.CertificateRequests;
import fr.pli.exchange.certificate.HeldCertificate;
import fr.pli.exchange.certificate.Reach;
import fr.pli.exchange.certificate.ReachCheck;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The request form of somebody whose former card no longer works, seen with the new one presented (C-5). */
@Controller
class CardHelpPages {

    private final NewCardPages visit;
    private final CertificateRequests requests;
    private final ReachCheck check;
    private final Words words;

    CardHelpPages(NewCardPages visit, CertificateRequests requests, ReachCheck check, Words words) {
        this.visit = visit;
        this.requests = requests;
        this.check = check;
        this.words = words;
    }

    @GetMapping("/new-card/support")
    String form(HttpServletRequest request, Model model) {
        return visit.unknown(request)
                .map(certificate -> form(certificate, Reach.empty(), "", Map.of(), model))
                .orElse("redirect:/sign-in/card");
    }

    @PostMapping("/new-card/support")
    String ask(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String landline,
            @RequestParam(defaultValue = "") String mobile,
            @RequestParam(defaultValue = "") String times,
            @RequestParam(name = "words", defaultValue = "") String typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        HeldCertificate certificate = visit.unknown(request).orElse(null);
        if (certificate == null) {
            return "redirect:/sign-in/card";
        }
        var reach = new Reach(name, email, landline, mobile, times);
        Map<String, RefusedException> flaws = check.flaws(reach);
        if (!flaws.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(certificate, reach, typed, words.byField(flaws, locale), model);
        }
        try {
            requests.ask(certificate.id(), reach, typed);
        } catch (RefusedException refused) {
            words.refuse(refused, response, model, locale);
            return form(certificate, reach, typed, Map.of(), model);
        }
        return "redirect:/new-card/support/sent";
    }

    @GetMapping("/new-card/support/sent")
    String sent() {
        return "certificate/support-sent";
    }

    private static String form(
            HeldCertificate certificate, Reach reach, String typed, Map<String, String> errors, Model model) {
        model.addAttribute("certificate", certificate);
        model.addAttribute("reach", reach);
        model.addAttribute("words", typed);
        model.addAttribute("errors", errors);
        return "certificate/support";
    }
}
