package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryList;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Organisation;
import fr.pli.exchange.account.OrganisationDomains;
import fr.pli.exchange.account.Organisations;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bodies and courts: list, create, rename (A-1, O-1). */
@Controller
class OrganisationPages {

    private static final int PAGE = 50;

    private final Organisations organisations;
    private final OrganisationDomains domains;
    private final DirectoryList list;
    private final Sentences sentences;

    OrganisationPages(
            Organisations organisations, OrganisationDomains domains, DirectoryList list, Sentences sentences) {
        this.organisations = organisations;
        this.domains = domains;
        this.list = list;
        this.sentences = sentences;
    }

    @GetMapping("/admin/organisations")
    String list(@SignedIn Person me, @RequestParam(required = false) @Nullable UUID after, Model model) {
        list.count(me, DirectoryList.Filter.ALL);
        List<Organisation> rows = organisations.page(after, PAGE + 1);
        model.addAttribute("rows", rows.stream().limit(PAGE).toList());
        model.addAttribute("next", rows.size() > PAGE ? rows.get(PAGE - 1).id() : null);
        model.addAttribute("paged", after != null);
        model.addAttribute("kinds", Organisation.Kind.values());
        model.addAttribute("administrator", me.profile() == Profile.ADMINISTRATOR);
        if (!model.containsAttribute("name")) {
            model.addAttribute("name", "");
        }
        return "account/organisations";
    }

    @PostMapping("/admin/organisations")
    String create(
            @SignedIn Person me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "BODY") Organisation.Kind kind,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            Organisation made = organisations.create(me, name, kind);
            redirect.addFlashAttribute(
                    "done", sentences.of("directory.organisations.done.create", locale, made.name()));
            return "redirect:/admin/organisations";
        } catch (RefusedException refused) {
            keep(refused, name, model, locale, response);
            return list(me, null, model);
        }
    }

    @GetMapping("/admin/organisations/{id}")
    String edit(@SignedIn Person me, @PathVariable UUID id, Model model) {
        list.count(me, DirectoryList.Filter.ALL);
        Organisation organisation = organisations.find(id).orElseThrow(DirectoryRefusal.NOT_FOUND::with);
        model.addAttribute("organisation", organisation);
        model.addAttribute("domains", String.join("\n", domains.of(id)));
        if (!model.containsAttribute("name")) {
            model.addAttribute("name", organisation.name());
        }
        return "account/organisation";
    }

    @PostMapping("/admin/organisations/{id}")
    String rename(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String name,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            organisations.rename(me, id, version, name);
            redirect.addFlashAttribute(
                    "done", sentences.of("directory.organisations.done.rename", locale, name.strip()));
            return "redirect:/admin/organisations";
        } catch (RefusedException refused) {
            keep(refused, name, model, locale, response);
            return edit(me, id, model);
        }
    }

    private void keep(RefusedException refused, String name, Model model, Locale locale, HttpServletResponse response) {
        if (refused.refusal() == DirectoryRefusal.ADMINISTRATORS_ONLY
                || refused.refusal() == DirectoryRefusal.NOT_FOUND) {
            throw refused;
        }
        response.setStatus(refused.refusal().status());
        model.addAttribute("name", name);
        model.addAttribute("error", sentences.of(refused, locale));
    }
}
