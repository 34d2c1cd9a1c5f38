package fr.pli.exchange.factor.web;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.factor.Factors;
import fr.pli.exchange.factor.RecoveryCodes;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An administrator helps somebody who has lost their device: sees which factors there are, takes them away. */
@Controller
@RequestMapping("/admin/directory/{id}/factors")
class FactorResetPages {

    private final Directory directory;
    private final Factors factors;
    private final RecoveryCodes codes;
    private final MessageSource messages;

    FactorResetPages(Directory directory, Factors factors, RecoveryCodes codes, MessageSource messages) {
        this.directory = directory;
        this.factors = factors;
        this.codes = codes;
        this.messages = messages;
    }

    @GetMapping
    String ask(@SignedIn Person me, @PathVariable UUID id, Model model) {
        Person person = found(me, id);
        model.addAttribute("person", person);
        model.addAttribute("factors", factors.of(person));
        model.addAttribute("codesLeft", codes.left(id));
        model.addAttribute("required", factors.required(person));
        model.addAttribute("self", me.id().equals(id));
        return "factor/reset";
    }

    @PostMapping
    String reset(
            @SignedIn Person me,
            @PathVariable UUID id,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Person person = found(me, id);
        try {
            factors.reset(me, person);
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute(
                    "refusal",
                    messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
            return ask(me, id, model);
        }
        redirect.addFlashAttribute(
                "done", messages.getMessage("factor.reset.done", new Object[] {person.name()}, locale));
        return "redirect:/admin/directory/" + id;
    }

    private Person found(Person me, UUID id) {
        if (me.profile() != Profile.ADMINISTRATOR) {
            throw DirectoryRefusal.ADMINISTRATORS_ONLY.with();
        }
        return directory.find(id).orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }
}
