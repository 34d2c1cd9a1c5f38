package fr.pli.exchange.certificate.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.certificate.CertificateRequests;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requests for another certificate, before the support operators (O-2, C-5). */
@Controller
@RequestMapping("/support/certificates")
class CertificateDesk {

    private final CertificateRequests requests;
    private final Words words;
    private final Clock clock;

    CertificateDesk(CertificateRequests requests, Words words, Clock clock) {
        this.requests = requests;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(@SignedIn Person operator, @RequestParam(defaultValue = "open") String state, Model model) {
        boolean open = !state.equals("answered");
        model.addAttribute("requests", requests.list(operator, open));
        model.addAttribute("open", open);
        return "certificate/requests";
    }

    @GetMapping("/{id}")
    String look(@SignedIn Person operator, @PathVariable UUID id, Model model) {
        CertificateRequests.Case one = requests.look(operator, id);
        model.addAttribute("request", one.request());
        model.addAttribute("certificate", one.certificate());
        model.addAttribute("account", one.account());
        model.addAttribute("held", one.held());
        model.addAttribute("now", clock.instant());
        return "certificate/request";
    }

    @PostMapping("/{id}/approve")
    String approve(
            @SignedIn Person operator,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String checked,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes flash) {
        return answered(
                () -> requests.approve(operator, id, checked),
                "approved",
                operator,
                id,
                response,
                model,
                locale,
                flash);
    }

    @PostMapping("/{id}/refuse")
    String refuse(
            @SignedIn Person operator,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes flash) {
        return answered(
                () -> requests.refuse(operator, id, reason), "refused", operator, id, response, model, locale, flash);
    }

    private String answered(
            Runnable act,
            String done,
            Person operator,
            UUID id,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes flash) {
        try {
            act.run();
        } catch (RefusedException refused) {
            String page = look(operator, id, model);
            words.refuse(refused, response, model, locale);
            return page;
        }
        flash.addFlashAttribute("done", words.of("card.desk.done." + done, locale));
        return "redirect:/support/certificates";
    }
}
