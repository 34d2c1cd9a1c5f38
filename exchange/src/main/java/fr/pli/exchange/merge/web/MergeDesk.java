package fr.pli.exchange.merge.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.merge.MergeRequests;
import fr.pli.exchange.merge.MergeSettings;
import fr.pli.exchange.merge.Merges;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Merges before the support operators: request, dry run, merge, report, undo (O-2, C-6). */
@Controller
@RequestMapping("/support/merges")
class MergeDesk {

    private final MergeRequests requests;
    private final Merges merges;
    private final MergeSettings settings;
    private final MessageSource messages;
    private final Clock clock;

    MergeDesk(MergeRequests requests, Merges merges, MergeSettings settings, MessageSource messages, Clock clock) {
        this.requests = requests;
        this.merges = merges;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@SignedIn Person operator, @RequestParam(defaultValue = "open") String state, Model model) {
        boolean open = !state.equals("answered");
        model.addAttribute("requests", requests.list(operator, open));
        model.addAttribute("open", open);
        return "merge/requests";
    }

    /** @param email of the other account, when it is not the one with the certificate of the request */
    @GetMapping("/{id}")
    String look(
            @SignedIn Person operator,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String email,
            Model model,
            Locale locale) {
        MergeRequests.Case one = requests.look(operator, id, email);
        model.addAttribute("one", one);
        model.addAttribute("email", email);
        model.addAttribute("now", clock.instant());
        if (one.merge() != null) {
            model.addAttribute("undoableUntil", one.merge().at().plus(settings.undo()));
        } else if (one.other() != null && one.request().open()) {
            try {
                model.addAttribute("plan", merges.plan(operator, id, one.other().id()));
            } catch (RefusedException obstacle) {
                model.addAttribute("obstacle", sentence(obstacle, locale));
            }
        }
        return "merge/request";
    }

    @PostMapping("/{id}/merge")
    String merge(
            @SignedIn Person operator,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID other,
            @RequestParam(defaultValue = "") String checked,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes flash) {
        UUID chosen = other == null ? new UUID(0, 0) : other;
        return done(
                () -> merges.merge(operator, id, chosen, checked),
                "merged",
                operator,
                id,
                response,
                model,
                locale,
                flash);
    }

    @PostMapping("/{id}/refuse")
    String refuse(
            @SignedIn Person operator,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes flash) {
        return done(
                () -> requests.refuse(operator, id, reason), "refused", operator, id, response, model, locale, flash);
    }

    @PostMapping("/{id}/undo")
    String undo(
            @SignedIn Person operator,
            @PathVariable UUID id,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes flash) {
        return done(() -> merges.undo(operator, id), "undone", operator, id, response, model, locale, flash);
    }

    private String done(
            Runnable act,
            String done,
            Person operator,
            UUID id,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes flash) {
        try {
            act.run();
        } catch (RefusedException refused) {
            String page = look(operator, id, "", model, locale);
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", sentence(refused, locale));
            return page;
        }
        flash.addFlashAttribute("done", messages.getMessage("merge.done." + done, null, locale));
        return "redirect:/support/merges/" + id;
    }

    private String sentence(RefusedException refused, Locale locale) {
        return messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale);
    }
}
