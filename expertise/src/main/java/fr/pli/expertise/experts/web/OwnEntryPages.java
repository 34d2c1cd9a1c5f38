package fr.pli.expertise.experts.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.certificate.Specialties.Specialty;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.experts.Expert;
import fr.pli.expertise.experts.ExpertRefusal;
import fr.pli.expertise.experts.Experts;
import fr.pli.expertise.experts.OwnEntries;
import fr.pli.expertise.experts.OwnEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Ma fiche »: what the directory of experts shows of an expert, kept by the expert (S-3). */
@Controller
@RequestMapping("/experts/mine")
class OwnEntryPages {

    private final OwnEntries entries;
    private final Experts experts;
    private final Specialties specialties;
    private final MessageSource sentences;

    OwnEntryPages(OwnEntries entries, Experts experts, Specialties specialties, MessageSource sentences) {
        this.entries = entries;
        this.experts = experts;
        this.specialties = specialties;
        this.sentences = sentences;
    }

    @GetMapping
    String form(@SignedIn Person me, Model model) {
        Expert mine = entries.of(me);
        return page(
                new OwnEntry(
                        mine.court(),
                        mine.specialties().stream().map(Specialty::code).toList(),
                        mine.landline(),
                        mine.mobile()),
                mine,
                model);
    }

    @PostMapping
    String keep(
            @SignedIn Person me,
            @RequestParam(defaultValue = "") String court,
            @RequestParam(defaultValue = "") List<String> specialties,
            @RequestParam(defaultValue = "") String landline,
            @RequestParam(defaultValue = "") String mobile,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var typed = new OwnEntry(court, specialties, landline, mobile);
        try {
            entries.write(me, typed);
        } catch (RefusedException refused) {
            if (refused.refusal() == ExpertRefusal.EXPERTS_ONLY) {
                throw refused;
            }
            response.setStatus(refused.refusal().status());
            model.addAttribute(
                    "refusal", sentence("refusal." + refused.refusal().code(), refused.arguments()));
            return page(typed, entries.of(me), model);
        }
        redirect.addFlashAttribute("done", sentence("experts.mine.done"));
        return "redirect:/experts/mine";
    }

    private String page(OwnEntry typed, Expert mine, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("mine", mine);
        model.addAttribute("courts", experts.courts());
        model.addAttribute("headings", specialties.headings());
        model.addAttribute("nomenclature", specialties.current());
        return "experts/mine";
    }

    private String sentence(String key, Object... arguments) {
        return sentences.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
