package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.OwnData;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Sessions;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.account.Zones;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
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
    private final Sessions sessions;
    private final Sentences sentences;

    AccountPages(OwnData ownData, Sessions sessions, Sentences sentences) {
        this.ownData = ownData;
        this.sessions = sessions;
        this.sentences = sentences;
    }

    @GetMapping("/account")
    String show(
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable String edit,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("editing", edit != null);
        model.addAttribute("language", me.language().getLanguage());
        model.addAttribute("zone", me.zone().getId());
        return page(me, request, model);
    }

    @PostMapping("/account")
    String change(
            @SignedIn Person me,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String zone,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            ownData.change(me, language, zone);
            redirect.addFlashAttribute("done", sentences.of("account.done", Locale.of(language)));
            return "redirect:/account";
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", sentences.of(refused, locale));
            model.addAttribute("editing", true);
            model.addAttribute("language", language);
            model.addAttribute("zone", zone);
            return page(me, request, model);
        }
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

    private String page(Person me, HttpServletRequest request, Model model) {
        model.addAttribute("person", me);
        model.addAttribute("zones", Zones.ALL);
        model.addAttribute("sessions", sessions.of(me.id()));
        model.addAttribute("current", sessions.current(request));
        return "account/account";
    }
}
