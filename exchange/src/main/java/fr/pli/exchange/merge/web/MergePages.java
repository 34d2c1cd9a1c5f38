package fr.pli.exchange.merge.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.certificate.Reach;
import fr.pli.exchange.certificate.ReachCheck;
import fr.pli.exchange.merge.MergeRequests;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Demander la fusion », from the account page (C-6). */
@Controller
@RequestMapping("/account/certificates/merge")
class MergePages {

    private final MergeRequests requests;
    private final ReachCheck check;
    private final MessageSource messages;

    MergePages(MergeRequests requests, ReachCheck check, MessageSource messages) {
        this.requests = requests;
        this.check = check;
        this.messages = messages;
    }

    @GetMapping
    String form(@SignedIn Person me, Model model) {
        return form(me, Reach.of(me), "", Map.of(), model);
    }

    @PostMapping
    String ask(
            @SignedIn Person me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String serial,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String landline,
            @RequestParam(defaultValue = "") String mobile,
            @RequestParam(defaultValue = "") String times,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes flash) {
        var reach = new Reach(name, email, landline, mobile, times);
        Map<String, RefusedException> flaws = new LinkedHashMap<>(check.flaws(reach));
        try {
            MergeRequests.serial(serial);
        } catch (RefusedException refused) {
            flaws.put("serial", refused);
        }
        if (!flaws.isEmpty()) {
            var sentences = new LinkedHashMap<String, String>();
            flaws.forEach((field, flaw) -> sentences.put(field, sentence(flaw, locale)));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(me, reach, serial, sentences, model);
        }
        try {
            requests.ask(me, reach, serial);
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", sentence(refused, locale));
            return form(me, reach, serial, Map.of(), model);
        }
        flash.addFlashAttribute("done", messages.getMessage("merge.asked", null, locale));
        return "redirect:/account";
    }

    private String form(Person me, Reach reach, String serial, Map<String, String> errors, Model model) {
        model.addAttribute("waiting", requests.waiting(me));
        model.addAttribute("reach", reach);
        model.addAttribute("serial", serial);
        model.addAttribute("errors", errors);
        return "merge/ask";
    }

    private String sentence(RefusedException refused, Locale locale) {
        return messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale);
    }
}
