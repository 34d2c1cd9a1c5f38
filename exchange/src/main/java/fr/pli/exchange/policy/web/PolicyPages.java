package fr.pli.exchange.policy.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.policy.PolicyDesk;
import fr.pli.exchange.policy.PolicyRefusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Politiques »: everything that can be decided while the service runs, in one form (O-1, X-12). */
@Controller
@RequestMapping("/admin/policies")
class PolicyPages {

    private static final String SEEN = "seen.";
    private static final String TYPED = "policy.";

    private final PolicyDesk desk;
    private final MessageSource messages;

    PolicyPages(PolicyDesk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping
    String show(@SignedIn Person me, Model model) {
        return page(me, Map.of(), model);
    }

    /** Fields are {@code policy.<name>}, what was seen {@code seen.<name>}. */
    @PostMapping
    String change(
            @SignedIn Person me,
            @RequestParam Map<String, String> fields,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Map<String, String> typed = named(fields, TYPED);
        try {
            desk.change(me, typed, named(fields, SEEN));
        } catch (RefusedException refused) {
            if (refused.refusal() == PolicyRefusal.ADMINISTRATORS_ONLY) {
                throw refused;
            }
            response.setStatus(refused.refusal().status());
            model.addAttribute(
                    "refusal",
                    messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
            return page(me, typed, model);
        }
        redirect.addFlashAttribute("done", messages.getMessage("policy.done", null, locale));
        return "redirect:/admin/policies";
    }

    private String page(Person me, Map<String, String> typed, Model model) {
        model.addAttribute("groups", desk.groups(me));
        model.addAttribute("typed", new HashMap<>(typed));
        return "policy/policies";
    }

    private static Map<String, String> named(Map<String, String> fields, String prefix) {
        var found = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }
}
