package fr.pli.exchange.account.web;

import fr.pli.exchange.account.Entrance;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PresentPassword;
import fr.pli.exchange.account.Sessions;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Giving the password again, for the {@link ProofGate}. */
@Controller
class ProofPages {

    private final PresentPassword password;
    private final Sessions sessions;
    private final Sentences sentences;

    ProofPages(PresentPassword password, Sessions sessions, Sentences sentences) {
        this.password = password;
        this.sessions = sessions;
        this.sentences = sentences;
    }

    @GetMapping("/account/proof")
    String form(@RequestParam(defaultValue = "/account") String next, Model model) {
        model.addAttribute("next", Entrance.local(next));
        return "account/proof";
    }

    @PostMapping("/account/proof")
    String prove(
            @SignedIn Person me,
            @RequestParam(name = "password", defaultValue = "") String typed,
            @RequestParam(defaultValue = "/account") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            password.check(me, typed);
            sessions.prove(request);
            return "redirect:" + Entrance.local(next);
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", sentences.of(refused, locale));
            return form(next, model);
        }
    }
}
