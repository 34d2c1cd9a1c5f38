package fr.pli.exchange.factor.web;

import fr.pli.exchange.account.Entrance;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.factor.Factors;
import fr.pli.exchange.factor.RecoveryCodes;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own second factors: removing one, recovery codes (shown in the answer that made them, and never again). */
@Controller
class FactorPages {

    private final Factors factors;
    private final RecoveryCodes codes;
    private final MessageSource messages;

    FactorPages(Factors factors, RecoveryCodes codes, MessageSource messages) {
        this.factors = factors;
        this.codes = codes;
        this.messages = messages;
    }

    @GetMapping("/account/factors/{id}/remove")
    String askRemoval(@SignedIn Person me, @PathVariable UUID id, Model model) {
        model.addAttribute("factor", factors.find(me, id));
        model.addAttribute("last", factors.of(me).size() == 1);
        return "factor/remove";
    }

    @PostMapping("/account/factors/{id}/remove")
    String remove(
            @SignedIn Person me,
            @PathVariable UUID id,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        String label = factors.find(me, id).label();
        try {
            factors.remove(me, id);
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute(
                    "refusal",
                    messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
            return askRemoval(me, id, model);
        }
        redirect.addFlashAttribute("done", messages.getMessage("factor.removed", new Object[] {label}, locale));
        return "redirect:/account";
    }

    /** @param first present when a factor has just been added */
    @GetMapping("/account/factors/codes")
    String askCodes(
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable String first,
            @RequestParam(defaultValue = "/account") String next,
            Model model) {
        model.addAttribute("first", first != null);
        model.addAttribute("next", Entrance.local(next));
        model.addAttribute("left", codes.left(me.id()));
        return "factor/codes";
    }

    @PostMapping("/account/factors/codes")
    String renewCodes(
            @SignedIn Person me,
            @RequestParam(defaultValue = "/account") String next,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("codes", codes.renew(me));
        response.setHeader("Cache-Control", "no-store");
        return askCodes(me, null, next, model);
    }
}
