package fr.pli.expertise.designation.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.receipt.web.Prefetch;
import fr.pli.expertise.designation.Designation;
import fr.pli.expertise.designation.DesignationState;
import fr.pli.expertise.designation.Designations;
import fr.pli.expertise.designation.JoinedFiles;
import fr.pli.expertise.designation.Openings;
import fr.pli.expertise.designation.Pursuit;
import fr.pli.expertise.dossier.ExpertiseWords;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Mes désignations », and one of them: for who designates with its receipts, for the expert with its files (D-4, D-5). */
@Controller
@RequestMapping("/designations")
class DesignationPages {

    static final int PAGE = 20;

    private final Designations designations;
    private final DesignationViews views;
    private final Pursuit pursuit;
    private final JoinedFiles joined;
    private final Openings openings;
    private final ExpertiseWords words;

    DesignationPages(
            Designations designations,
            DesignationViews views,
            Pursuit pursuit,
            JoinedFiles joined,
            Openings openings,
            ExpertiseWords words) {
        this.designations = designations;
        this.views = views;
        this.pursuit = pursuit;
        this.joined = joined;
        this.openings = openings;
        this.words = words;
    }

    /** @param state what is no state is all of them. @param after what is no id is the first page */
    @GetMapping
    String list(
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        DesignationState filter = Arrays.stream(DesignationState.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
        List<Designation> found = designations.page(me, filter, id(after), PAGE + 1);
        List<Designation> shown = found.stream().limit(PAGE).toList();
        model.addAttribute("rows", shown.stream().map(one -> views.row(me, one)).toList());
        model.addAttribute("counts", designations.count(me));
        model.addAttribute("states", DesignationState.values());
        model.addAttribute("state", filter);
        model.addAttribute("staff", me.profile().justiceStaff());
        model.addAttribute("paged", !after.isEmpty());
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
        return "designation/list";
    }

    /** A draft is where it is prepared. */
    @GetMapping("/{id}")
    String one(@SignedIn Person me, @PathVariable UUID id, HttpServletRequest request, Model model) {
        Designation designation = designations.known(me, id);
        if (designation.state() == DesignationState.DRAFT) {
            return "redirect:/designations/" + id + "/files";
        }
        if (request.getMethod().equals("GET") && !Prefetch.asked(request)) {
            openings.page(me.id(), designation);
        }
        return page(me, id, model);
    }

    /** « Relancer l'expert ». */
    @PostMapping("/{id}/remind")
    String remind(
            @SignedIn Person me,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            pursuit.remind(me, id);
        } catch (RefusedException refused) {
            return refused(me, id, refused, model, response);
        }
        flash.addFlashAttribute("done", words.of("designation.done.reminded"));
        return "redirect:/designations/" + id;
    }

    /** Asks, in a sentence that names it, before anything changes. */
    @GetMapping("/{id}/withdraw")
    String ask(@SignedIn Person me, @PathVariable UUID id, Model model) {
        Shown shown = views.of(me, designations.held(me, id));
        if (shown.withdrawable() != null) {
            return "redirect:/designations/" + id;
        }
        model.addAttribute("d", shown);
        return "designation/withdraw";
    }

    /** « Retirer la désignation ». */
    @PostMapping("/{id}/withdraw")
    String withdraw(
            @SignedIn Person me,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            pursuit.withdraw(me, id);
        } catch (RefusedException refused) {
            return refused(me, id, refused, model, response);
        }
        flash.addFlashAttribute("done", words.of("designation.done.withdrawn"));
        return "redirect:/designations/" + id;
    }

    private String page(Person me, UUID id, Model model) {
        Designation designation = designations.known(me, id);
        Shown shown = views.of(me, designation);
        model.addAttribute("d", shown);
        model.addAttribute(
                "answering",
                !shown.mine()
                        && joined.of(me, designation)
                                .filter(draft -> designation.answered() && shown.joinedMessage() == null)
                                .isPresent());
        return "designation/designation";
    }

    private String refused(Person me, UUID id, RefusedException refused, Model model, HttpServletResponse response) {
        if (refused.refusal().status() != 409) {
            throw refused;
        }
        response.setStatus(refused.refusal().status());
        model.addAttribute("refusal", words.of(refused));
        return page(me, id, model);
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
