package fr.pli.expertise.dossier.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.dossier.DossierRefusal;
import fr.pli.expertise.dossier.ExpertiseWords;
import fr.pli.expertise.dossier.Provisions;
import fr.pli.expertise.dossier.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms of the provision and of the day on which the report is due, in « Suivi » (E-2). */
@Controller
@RequestMapping("/expertises/{id}")
class ProvisionPages {

    private final Provisions provisions;
    private final StatePages pages;
    private final ExpertiseWords words;

    ProvisionPages(Provisions provisions, StatePages pages, ExpertiseWords words) {
        this.provisions = provisions;
        this.pages = pages;
        this.words = words;
    }

    @PostMapping("/provision")
    String record(
            @SignedIn Person me,
            @PathVariable UUID id,
            @ModelAttribute("form") ProvisionForm form,
            @RequestParam(defaultValue = "") List<UUID> payers,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        model.addAttribute("form", form.paidBy(payers));
        return settled(
                me,
                id,
                model,
                response,
                redirect,
                "expertise.done.provision",
                () -> provisions.record(me, id, form.seen(), form.provision(), payers));
    }

    @PostMapping("/provision/received")
    String received(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String on,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return settled(
                me,
                id,
                model,
                response,
                redirect,
                "expertise.done.received",
                () -> provisions.received(me, id, Typed.day(on)));
    }

    @PostMapping("/report-due")
    String reportDue(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String day,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return settled(
                me,
                id,
                model,
                response,
                redirect,
                "expertise.done.report-due",
                () -> provisions.reportDue(me, id, Typed.day(day)));
    }

    private String settled(
            Person me,
            UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            String done,
            Runnable act) {
        try {
            act.run();
        } catch (RefusedException refused) {
            if (refused.refusal().status() == 403 || refused.refusal() == DossierRefusal.UNKNOWN) {
                throw refused;
            }
            String page = pages.state(me, id, model);
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", words.of(refused));
            return page;
        }
        redirect.addFlashAttribute("done", words.of(done));
        return "redirect:/expertises/" + id + "/state";
    }
}
