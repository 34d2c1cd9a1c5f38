package fr.pli.expertise.dossier.web;

import fr.pli.exchange.account.Courts;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.dossier.DossierRefusal;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.ExpertiseCreation;
import fr.pli.expertise.dossier.ExpertiseWords;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Nouvelle expertise »: an order received on paper (D-10). */
@Controller
@RequestMapping("/expertises/new")
class OrderPages {

    private final ExpertiseCreation creation;
    private final Courts courts;
    private final ExpertiseWords words;

    OrderPages(ExpertiseCreation creation, Courts courts, ExpertiseWords words) {
        this.creation = creation;
        this.courts = courts;
        this.words = words;
    }

    @GetMapping
    String form(@SignedIn Person me, Model model) {
        return page(me, OrderForm.NOTHING, model);
    }

    @PostMapping
    String create(
            @SignedIn Person me,
            @ModelAttribute("typed") OrderForm typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            Expertise made = creation.create(me, typed.order());
            redirect.addFlashAttribute("done", words.of("expertise.done.created", made.name()));
            return "redirect:/expertises/" + made.id() + "/state";
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", words.of(refused));
            model.addAttribute("wrong", field(refused));
            return page(me, typed, model);
        }
    }

    private String page(Person me, OrderForm typed, Model model) {
        if (me.profile() != Profile.EXPERT) {
            throw DossierRefusal.EXPERTS_ONLY.with();
        }
        model.addAttribute("typed", typed);
        model.addAttribute("courts", courts.labels());
        return "expertise/new";
    }

    /** Which field the sentence is about; empty where it could be several. */
    private static String field(RefusedException refused) {
        return switch (refused.refusal().code()) {
            case "expertise.court-unknown" -> "court";
            case "expertise.rg-required", "expertise.rg-malformed" -> "rg";
            case "expertise.mi-invalid" -> "mi";
            case "expertise.decision-later" -> "decidedOn";
            case "expertise.magistrat-unknown" -> "magistrat";
            case "expertise.greffier-unknown" -> "greffier";
            case "expertise.amount-invalid" -> "amount";
            default -> "";
        };
    }
}
