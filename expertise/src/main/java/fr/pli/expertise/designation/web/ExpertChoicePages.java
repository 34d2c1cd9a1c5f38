package fr.pli.expertise.designation.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.designation.Designation;
import fr.pli.expertise.designation.DesignationState;
import fr.pli.expertise.designation.Designations;
import fr.pli.expertise.designation.Preparation;
import fr.pli.expertise.dossier.ExpertiseWords;
import fr.pli.expertise.experts.web.ExpertCriteria;
import fr.pli.expertise.experts.web.ExpertResults;
import fr.pli.expertise.experts.web.ExpertResults.Choice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * « 1 Sélection de l'expert » (D-2): for a new designation, for a draft whose expert is changed, and to offer the package
 * of a fruitless one to another expert in one step (D-8).
 */
@Controller
@RequestMapping("/designations")
class ExpertChoicePages {

    private final Preparation preparation;
    private final Designations designations;
    private final ExpertResults results;
    private final ExpertiseWords words;

    ExpertChoicePages(Preparation preparation, Designations designations, ExpertResults results, ExpertiseWords words) {
        this.preparation = preparation;
        this.designations = designations;
        this.results = results;
        this.words = words;
    }

    @GetMapping("/new")
    String search(@SignedIn Person me, @ModelAttribute("criteria") ExpertCriteria criteria, Model model) {
        return page(me, criteria, "/designations/new", "/workspace", "new", model);
    }

    @PostMapping("/new")
    String begin(
            @SignedIn Person me,
            @RequestParam(defaultValue = "") String expert,
            @ModelAttribute("criteria") ExpertCriteria criteria,
            Model model,
            HttpServletResponse response) {
        return chosen(
                expert,
                choice -> preparation
                                .begin(me, id(choice), nomenclature(choice), code(choice))
                                .id() + "/files",
                () -> page(me, criteria, "/designations/new", "/workspace", "new", model),
                model,
                response);
    }

    @GetMapping("/{id}/expert")
    String another(
            @SignedIn Person me,
            @PathVariable UUID id,
            @ModelAttribute("criteria") ExpertCriteria criteria,
            Model model) {
        String files = "/designations/" + id + "/files";
        return designations.held(me, id).state() == DesignationState.DRAFT
                ? page(me, criteria, "/designations/" + id + "/expert", files, "new", model)
                : "redirect:/designations/" + id;
    }

    @PostMapping("/{id}/expert")
    String change(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String expert,
            @ModelAttribute("criteria") ExpertCriteria criteria,
            Model model,
            HttpServletResponse response) {
        return chosen(
                expert,
                choice -> {
                    preparation.choose(me, id, id(choice), nomenclature(choice), code(choice));
                    return id + "/files";
                },
                () -> another(me, id, criteria, model),
                model,
                response);
    }

    @GetMapping("/{id}/offer")
    String offer(
            @SignedIn Person me,
            @PathVariable UUID id,
            @ModelAttribute("criteria") ExpertCriteria criteria,
            Model model) {
        Designation former = designations.held(me, id);
        return former.state().fruitless()
                ? page(me, criteria, "/designations/" + id + "/offer", "/designations/" + id, "offer", model)
                : "redirect:/designations/" + id;
    }

    /** One step: what follows is « Confirmer l'envoi ». */
    @PostMapping("/{id}/offer")
    String offered(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String expert,
            @ModelAttribute("criteria") ExpertCriteria criteria,
            Model model,
            HttpServletResponse response) {
        return chosen(
                expert,
                choice -> preparation
                                .offer(me, id, id(choice), nomenclature(choice), code(choice))
                                .id()
                        + "/confirm",
                () -> offer(me, id, criteria, model),
                model,
                response);
    }

    private String chosen(
            String expert,
            Function<@Nullable Choice, String> act,
            java.util.function.Supplier<String> again,
            Model model,
            HttpServletResponse response) {
        try {
            return "redirect:/designations/" + act.apply(Choice.of(expert));
        } catch (RefusedException refused) {
            if (refused.refusal().status() != 422) {
                throw refused;
            }
            String page = again.get();
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", words.of(refused));
            return page;
        }
    }

    private String page(Person me, ExpertCriteria criteria, String here, String back, String title, Model model) {
        ExpertResults.requireStaff(me);
        results.show(criteria, true, model);
        model.addAttribute("here", here);
        model.addAttribute("back", back);
        model.addAttribute("way", title);
        return "designation/expert";
    }

    private static @Nullable UUID id(@Nullable Choice choice) {
        return choice == null ? null : choice.expert();
    }

    private static @Nullable String nomenclature(@Nullable Choice choice) {
        return choice == null ? null : choice.nomenclature();
    }

    private static @Nullable String code(@Nullable Choice choice) {
        return choice == null ? null : choice.code();
    }
}
