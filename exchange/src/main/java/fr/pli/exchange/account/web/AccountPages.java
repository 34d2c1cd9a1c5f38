package fr.pli.exchange.account.web;

import fr.pli.exchange.account.AccountSection;
import fr.pli.exchange.account.AddressChange;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Flaw;
import fr.pli.exchange.account.OwnData;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Sessions;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.account.Zones;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Mon compte »: own data, and the ways to everything else that is one's own. */
@Controller
class AccountPages {

    private final OwnData ownData;
    private final AddressChange addresses;
    private final Sessions sessions;
    private final List<AccountSection> sections;
    private final Sentences sentences;

    AccountPages(
            OwnData ownData,
            AddressChange addresses,
            Sessions sessions,
            List<AccountSection> sections,
            Sentences sentences) {
        this.ownData = ownData;
        this.addresses = addresses;
        this.sessions = sessions;
        this.sections = sections;
        this.sentences = sentences;
    }

    @GetMapping("/account")
    String show(
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable String edit,
            HttpServletRequest request,
            Model model) {
        return page(me, OwnData.Typed.of(me), edit != null, Map.of(), request, model);
    }

    @PostMapping("/account")
    String change(
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable String firstName,
            @RequestParam(required = false) @Nullable String lastName,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String zone,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var typed = new OwnData.Typed(
                firstName == null ? me.firstName() : firstName,
                lastName == null ? me.lastName() : lastName,
                language,
                zone);
        List<Flaw> flaws = ownData.flaws(me, typed);
        if (!flaws.isEmpty()) {
            response.setStatus(422);
            return page(me, typed, true, sentences.byField(flaws, locale), request, model);
        }
        ownData.change(me, typed);
        redirect.addFlashAttribute("done", sentences.of("account.done", Locale.of(language)));
        return "redirect:/account";
    }

    /** « Se déconnecter partout »: here as well. */
    @PostMapping("/account/sessions/end")
    String endAll(@SignedIn Person me, HttpServletRequest request) {
        sessions.endAll(me.id(), null);
        sessions.close(request);
        return "redirect:/sign-in?out";
    }

    @PostMapping("/account/sessions/{key}/end")
    String end(@SignedIn Person me, @PathVariable String key, Locale locale, RedirectAttributes redirect) {
        if (!sessions.end(me.id(), key)) {
            throw DirectoryRefusal.NOT_FOUND.with();
        }
        redirect.addFlashAttribute("done", sentences.of("account.sessions.done", locale));
        return "redirect:/account";
    }

    private String page(
            Person me,
            OwnData.Typed typed,
            boolean editing,
            Map<String, String> errors,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("person", me);
        model.addAttribute("editing", editing);
        model.addAttribute("errors", errors);
        model.addAttribute("firstName", typed.firstName());
        model.addAttribute("lastName", typed.lastName());
        model.addAttribute("language", typed.language().equals("en") ? "en" : "fr");
        model.addAttribute("zone", typed.zone());
        model.addAttribute("ownName", ownData.namesOpen());
        model.addAttribute("mayChangeAddress", !addresses.domains(me).isEmpty());
        model.addAttribute("waiting", addresses.waiting(me).orElse(null));
        model.addAttribute("zones", Zones.ALL);
        model.addAttribute("sessions", sessions.of(me.id()));
        model.addAttribute("current", sessions.current(request));
        model.addAttribute(
                "sections", sections.stream().map(AccountSection::template).toList());
        sections.forEach(section -> model.addAllAttributes(section.model(me)));
        return "account/account";
    }
}
