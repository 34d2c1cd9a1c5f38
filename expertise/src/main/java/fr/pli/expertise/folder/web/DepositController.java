package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.folder.Deposits;
import fr.pli.expertise.folder.web.DepositViews.Asked;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One deposit of one's own: its files, what is said of them, the banner before it is final, and its fate (E-4). */
@Controller
@RequestMapping("/expertises/{expertise}/deposits/{message}")
class DepositController {

    private final DepositViews views;
    private final Deposits deposits;
    private final Openings openings;
    private final Units units;

    DepositController(DepositViews views, Deposits deposits, Openings openings, Units units) {
        this.views = views;
        this.deposits = deposits;
        this.openings = openings;
        this.units = units;
    }

    /** Files first; then what became of it. */
    @GetMapping
    ModelAndView deposit(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID message,
            HttpServletRequest request) {
        Asked asked = views.asked(person, expertise, message);
        openings.deposit(person, message, request);
        return views.page(asked);
    }

    /** « Continuer »: the comment is kept, the banner comes next. */
    @PostMapping
    ModelAndView save(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID message,
            @RequestParam Map<String, String> fields) {
        Asked asked = views.asked(person, expertise, message);
        DepositForm form = DepositForm.of(fields);
        try {
            describe(asked, form);
        } catch (RefusedException refused) {
            return views.refused(views.files(asked), refused, form);
        }
        return new ModelAndView("redirect:" + asked.page() + "/confirm");
    }

    @GetMapping("/confirm")
    ModelAndView banner(@SignedIn Person person, @PathVariable UUID expertise, @PathVariable UUID message) {
        Asked asked = views.asked(person, expertise, message);
        return asked.draft().state() == MessageState.DRAFT
                ? views.banner(asked)
                : new ModelAndView("redirect:" + asked.page());
    }

    /** « Confirmer le dépôt »: what is said of the files is kept with it, or nothing is. */
    @PostMapping("/confirm")
    ModelAndView confirm(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "false") boolean unattended,
            @RequestParam Map<String, String> fields,
            RedirectAttributes flash) {
        Asked asked = views.asked(person, expertise, message);
        DepositForm form = DepositForm.of(fields);
        try {
            units.run(() -> {
                describe(asked, form);
                deposits.confirm(person, message, unattended);
            });
        } catch (RefusedException refused) {
            return views.refused(views.banner(asked), refused, form);
        }
        flash.addFlashAttribute("done", views.sentence("folder.deposit.confirmed"));
        return new ModelAndView("redirect:" + asked.page());
    }

    /** Names the files by custom, in one press (E-11). */
    @PostMapping("/names")
    ModelAndView names(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID message,
            @RequestParam Map<String, String> fields) {
        Asked asked = views.asked(person, expertise, message);
        DepositForm form = DepositForm.of(fields);
        try {
            units.run(() -> {
                describe(asked, form);
                deposits.name(person, message);
            });
        } catch (RefusedException refused) {
            return views.refused(views.banner(asked), refused, form);
        }
        return new ModelAndView("redirect:" + asked.page() + "/confirm");
    }

    @PostMapping("/files/{file}/remove")
    ModelAndView remove(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID message,
            @PathVariable UUID file,
            @RequestParam Map<String, String> fields,
            RedirectAttributes flash) {
        Asked asked = views.asked(person, expertise, message);
        DepositForm form = DepositForm.of(fields);
        try {
            units.run(() -> {
                describe(asked, form);
                deposits.remove(person, message, file);
            });
        } catch (RefusedException refused) {
            return views.refused(views.files(asked), refused, form);
        }
        flash.addFlashAttribute("done", views.sentence("message.done.removed"));
        return new ModelAndView("redirect:" + asked.page());
    }

    @PostMapping("/recall")
    ModelAndView recall(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID message,
            RedirectAttributes flash) {
        Asked asked = views.asked(person, expertise, message);
        try {
            deposits.recall(person, message);
        } catch (RefusedException refused) {
            return views.refused(views.page(asked), refused, DepositForm.of(Map.of()));
        }
        flash.addFlashAttribute("done", views.sentence("folder.deposit.recalled"));
        return new ModelAndView("redirect:" + asked.page());
    }

    @PostMapping("/delete")
    ModelAndView discard(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID message,
            RedirectAttributes flash) {
        Asked asked = views.asked(person, expertise, message);
        deposits.discard(person, message);
        flash.addFlashAttribute("done", views.sentence("folder.deposit.discarded"));
        return new ModelAndView("redirect:/expertises/" + expertise + "/folders/"
                + asked.room().sight().folder().id());
    }

    private void describe(Asked asked, DepositForm form) {
        String comment = form.comment() == null ? asked.draft().comment() : form.comment();
        deposits.describe(asked.person(), asked.draft().id(), comment, form.details());
    }
}
