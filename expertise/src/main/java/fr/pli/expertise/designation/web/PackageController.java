package fr.pli.expertise.designation.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.designation.Preparation;
import fr.pli.expertise.dossier.ExpertiseWords;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « 2 Ajout de documents » (D-3): « Envoyer la désignation », then « Confirmer l'envoi ». */
@Controller
@RequestMapping("/designations/{id}")
class PackageController {

    private final PackageViews views;
    private final Preparation preparation;
    private final ExpertiseWords words;

    PackageController(PackageViews views, Preparation preparation, ExpertiseWords words) {
        this.views = views;
        this.preparation = preparation;
        this.words = words;
    }

    @GetMapping("/files")
    ModelAndView files(@SignedIn Person me, @PathVariable UUID id) {
        return views.files(me, id, null);
    }

    /** « Envoyer la désignation »: what is said is kept, the banner comes next. */
    @PostMapping("/files")
    ModelAndView save(@SignedIn Person me, @PathVariable UUID id, @ModelAttribute("form") MatterForm form) {
        try {
            preparation.describe(me, id, form.matter());
        } catch (RefusedException refused) {
            return views.refused(views.files(me, id, form), refused);
        }
        return new ModelAndView("redirect:/designations/" + id + "/confirm");
    }

    @PostMapping("/files/{file}/remove")
    ModelAndView remove(
            @SignedIn Person me,
            @PathVariable UUID id,
            @PathVariable UUID file,
            @ModelAttribute("form") MatterForm form,
            RedirectAttributes flash) {
        try {
            preparation.describe(me, id, form.matter());
            preparation.remove(me, id, file);
        } catch (RefusedException refused) {
            return views.refused(views.files(me, id, form), refused);
        }
        flash.addFlashAttribute("done", words.of("message.done.removed"));
        return new ModelAndView("redirect:/designations/" + id + "/files");
    }

    @GetMapping("/confirm")
    ModelAndView banner(@SignedIn Person me, @PathVariable UUID id) {
        return views.banner(me, id);
    }

    /** « Confirmer l'envoi ». */
    @PostMapping("/confirm")
    ModelAndView send(@SignedIn Person me, @PathVariable UUID id, RedirectAttributes flash) {
        try {
            preparation.send(me, id);
        } catch (RefusedException refused) {
            return views.refused(views.banner(me, id), refused);
        }
        flash.addFlashAttribute("done", words.of("designation.done.sent"));
        return new ModelAndView("redirect:/designations/" + id);
    }

    @PostMapping("/recall")
    ModelAndView recall(@SignedIn Person me, @PathVariable UUID id, RedirectAttributes flash) {
        try {
            preparation.recall(me, id);
        } catch (RefusedException refused) {
            return views.refused(views.files(me, id, null), refused);
        }
        flash.addFlashAttribute("done", words.of("designation.done.recalled"));
        return new ModelAndView("redirect:/designations/" + id + "/files");
    }

    @PostMapping("/delete")
    ModelAndView discard(@SignedIn Person me, @PathVariable UUID id, RedirectAttributes flash) {
        preparation.discard(me, id);
        flash.addFlashAttribute("done", words.of("designation.done.discarded"));
        return new ModelAndView("redirect:/designations");
    }
}
