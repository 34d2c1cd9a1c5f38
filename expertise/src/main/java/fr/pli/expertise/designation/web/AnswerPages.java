package fr.pli.expertise.designation.web;

import fr.pli.exchange.account.Courts;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.Draft;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.designation.Answers;
import fr.pli.expertise.designation.Designation;
import fr.pli.expertise.designation.Designations;
import fr.pli.expertise.designation.JoinedFiles;
import fr.pli.expertise.designation.RefusalReason;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.ExpertiseWords;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The expert's answer: two forms, and the page of files that were stopped on their way (D-7). */
@Controller
@RequestMapping("/designations/{id}")
class AnswerPages {

    private final Designations designations;
    private final DesignationViews views;
    private final PackageViews packages;
    private final Answers answers;
    private final JoinedFiles joined;
    private final Directory directory;
    private final Courts courts;
    private final ExpertiseWords words;

    AnswerPages(
            Designations designations,
            DesignationViews views,
            PackageViews packages,
            Answers answers,
            JoinedFiles joined,
            Directory directory,
            Courts courts,
            ExpertiseWords words) {
        this.designations = designations;
        this.views = views;
        this.packages = packages;
        this.answers = answers;
        this.joined = joined;
        this.directory = directory;
        this.courts = courts;
        this.words = words;
    }

    @GetMapping("/accept")
    ModelAndView accept(@SignedIn Person me, @PathVariable UUID id) {
        return acceptance(me, id, null);
    }

    @PostMapping("/accept")
    ModelAndView accepted(
            @SignedIn Person me,
            @PathVariable UUID id,
            @ModelAttribute("typed") AcceptanceForm typed,
            RedirectAttributes flash) {
        try {
            Expertise made = answers.accept(me, id, typed.acceptance());
            flash.addFlashAttribute("done", words.of("designation.done.accepted", made.name()));
            return new ModelAndView("redirect:/expertises/" + made.id());
        } catch (RefusedException refused) {
            return packages.refused(acceptance(me, id, typed), refused);
        }
    }

    @GetMapping("/refuse")
    ModelAndView refuse(@SignedIn Person me, @PathVariable UUID id) {
        return refusal(me, id, "", "");
    }

    @PostMapping("/refuse")
    ModelAndView refused(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String comment,
            RedirectAttributes flash) {
        try {
            answers.refuse(me, id, reason(reason), comment);
        } catch (RefusedException refused) {
            return packages.refused(refusal(me, id, reason, comment), refused);
        }
        flash.addFlashAttribute("done", words.of("designation.done.refused"));
        return new ModelAndView("redirect:/designations/" + id);
    }

    /** Files that did not leave with the answer. */
    @GetMapping("/answer")
    ModelAndView files(@SignedIn Person me, @PathVariable UUID id) {
        Designation designation = designations.addressed(me, id);
        Draft draft = joined.of(me, designation).orElse(null);
        if (!designation.answered() || draft == null || left(draft)) {
            return new ModelAndView("redirect:/designations/" + id);
        }
        return page("designation/answer", me, designation);
    }

    @PostMapping("/answer")
    ModelAndView send(@SignedIn Person me, @PathVariable UUID id, RedirectAttributes flash) {
        try {
            joined.send(me, id);
        } catch (RefusedException refused) {
            return packages.refused(files(me, id), refused);
        }
        flash.addFlashAttribute("done", words.of("designation.done.joined"));
        return new ModelAndView("redirect:/designations/" + id);
    }

    /** Takes a file off, before or after the answer. */
    @PostMapping("/answer/files/{file}/remove")
    ModelAndView remove(@SignedIn Person me, @PathVariable UUID id, @PathVariable UUID file, RedirectAttributes flash) {
        Designation designation = designations.addressed(me, id);
        joined.remove(me, id, file);
        flash.addFlashAttribute("done", words.of("message.done.removed"));
        return new ModelAndView("redirect:/designations/" + id + (designation.answered() ? "/answer" : ""));
    }

    private ModelAndView acceptance(Person me, UUID id, @Nullable AcceptanceForm typed) {
        Designation designation = designations.addressed(me, id);
        if (!designation.open(designations.today())) {
            return new ModelAndView("redirect:/designations/" + id);
        }
        ModelAndView page = page("designation/accept", me, designation);
        page.addObject(
                "typed",
                typed == null
                        ? AcceptanceForm.of(
                                designation.matter(),
                                views.court(designation.matter().court()),
                                directory.find(designation.holder()).orElseThrow())
                        : typed);
        page.addObject("courts", courts.labels());
        page.addObject("longest", Answers.LONGEST_COMMENT);
        return page;
    }

    private ModelAndView refusal(Person me, UUID id, String reason, String comment) {
        Designation designation = designations.addressed(me, id);
        if (!designation.open(designations.today())) {
            return new ModelAndView("redirect:/designations/" + id);
        }
        ModelAndView page = page("designation/refuse", me, designation);
        page.addObject("reasons", RefusalReason.values());
        page.addObject("reason", reason);
        page.addObject("comment", comment);
        page.addObject("longest", Answers.LONGEST_COMMENT);
        return page;
    }

    private ModelAndView page(String view, Person me, Designation designation) {
        var page = new ModelAndView(view);
        page.addObject("d", views.of(me, designation));
        packages.widget(page, joined.of(me, designation).orElse(null), "/designations/" + designation.id() + "/answer");
        return page;
    }

    static @Nullable RefusalReason reason(String typed) {
        return Arrays.stream(RefusalReason.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private static boolean left(Draft draft) {
        return switch (draft.state()) {
            case DRAFT, QUEUED -> false;
            case SENT, DELETED, EXPIRED -> true;
        };
    }
}
