package fr.pli.exchange.account.web;

import fr.pli.exchange.account.OrganisationDomains;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The domains of an organisation's addresses, in its page of the administration. */
@Controller
class DomainPages {

    private final OrganisationDomains domains;
    private final Sentences sentences;

    DomainPages(OrganisationDomains domains, Sentences sentences) {
        this.domains = domains;
        this.sentences = sentences;
    }

    @PostMapping("/admin/organisations/{id}/domains")
    String set(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(name = "domains", defaultValue = "") String typed,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            domains.set(me, id, typed);
            redirect.addFlashAttribute("done", sentences.of("directory.organisations.domains.done", locale));
        } catch (RefusedException refused) {
            if (refused.refusal().status() != 422) {
                throw refused;
            }
            redirect.addFlashAttribute("refusal", sentences.of(refused, locale));
            redirect.addFlashAttribute("typed", typed.length() > 2000 ? "" : typed);
        }
        return "redirect:/admin/organisations/" + id;
    }
}
