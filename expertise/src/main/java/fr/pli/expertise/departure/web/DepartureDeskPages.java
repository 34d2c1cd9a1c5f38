package fr.pli.expertise.departure.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignInRefusal;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.departure.DepartureDesk;
import fr.pli.expertise.departure.Replacement;
import fr.pli.expertise.departure.Replacements;
import fr.pli.expertise.dossier.ExpertiseWords;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Départs » under the support operator's menu: files that need somebody, and who is attached to them (O-2, T-3, T-4). */
@Controller
@RequestMapping("/admin/departures")
class DepartureDeskPages {

    private final DepartureDesk desk;
    private final Replacements replacements;
    private final DepartureViews views;
    private final ExpertiseWords words;

    DepartureDeskPages(DepartureDesk desk, Replacements replacements, DepartureViews views, ExpertiseWords words) {
        this.desk = desk;
        this.replacements = replacements;
        this.views = views;
        this.words = words;
    }

    @GetMapping
    String list(@SignedIn Person me, @RequestParam(defaultValue = "false") boolean waiting, Model model) {
        List<DepartureDesk.Case> cases = desk.list(me, waiting);
        model.addAttribute("waiting", waiting);
        model.addAttribute("cases", cases);
        model.addAttribute("names", names(cases));
        return "departure/desk";
    }

    @GetMapping("/{id}")
    String show(@SignedIn Person me, @PathVariable UUID id, Model model) {
        DepartureDesk.Case one = desk.get(me, id);
        model.addAttribute("one", one);
        model.addAttribute("shown", views.shown(one));
        model.addAttribute("courts", views.courts(one.files()));
        model.addAttribute("askers", Replacement.Asker.values());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", ReplacementForm.NOTHING);
        }
        return "departure/case";
    }

    @PostMapping("/{id}/replacement")
    String attach(
            @SignedIn Person me,
            @PathVariable UUID id,
            @ModelAttribute("typed") ReplacementForm typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var attachment = typed.attachment(GivenRequest.of(file));
        return done(me, id, model, response, redirect, () -> {
            replacements.attach(me, id, attachment);
            return words.of("departure.done.attached");
        });
    }

    @PostMapping("/{id}/replacement/request")
    String request(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var given = GivenRequest.of(file);
        return done(me, id, model, response, redirect, () -> {
            replacements.request(me, id, given);
            return words.of("departure.done.request");
        });
    }

    private String done(
            Person me,
            UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            java.util.function.Supplier<String> act) {
        try {
            redirect.addFlashAttribute("done", act.get());
        } catch (RefusedException refused) {
            if (refused.refusal().status() == 404 || refused.refusal() == SignInRefusal.FORBIDDEN) {
                throw refused;
            }
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", words.of(refused));
            return show(me, id, model);
        }
        return "redirect:/admin/departures/" + id;
    }

    private Map<UUID, DepartureViews.Shown> names(List<DepartureDesk.Case> cases) {
        return cases.stream().collect(Collectors.toMap(one -> one.departure().id(), views::shown));
    }
}
