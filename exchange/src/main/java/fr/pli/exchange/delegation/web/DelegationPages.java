package fr.pli.exchange.delegation.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.delegation.Delegation;
import fr.pli.exchange.delegation.DelegationRefusal;
import fr.pli.exchange.delegation.Delegations;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
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

/** « Délégations » of the account: what one gave and what one holds. */
@Controller
@RequestMapping("/account/delegations")
class DelegationPages {

    private final Delegations delegations;
    private final MessageSource messages;
    private final Clock clock;

    DelegationPages(Delegations delegations, MessageSource messages, Clock clock) {
        this.delegations = delegations;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@SignedIn Person me, Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), me.zone());
        return page(me, "", false, today.toString(), today.plusDays(14).toString(), model);
    }

    @PostMapping
    String give(
            @SignedIn Person me,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "false") boolean send,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            LocalDate from = day(first);
            if (from == null) {
                throw DelegationRefusal.DATES.with();
            }
            delegations.give(me, holder, send, from, day(last));
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute(
                    "refusal",
                    messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
            return page(me, holder, send, first, last, model);
        }
        redirect.addFlashAttribute("done", messages.getMessage("delegation.done.given", null, locale));
        return "redirect:/account/delegations";
    }

    @PostMapping("/{id}/end")
    String end(@SignedIn Person me, @PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        delegations.end(me, id);
        redirect.addFlashAttribute("done", messages.getMessage("delegation.done.ended", null, locale));
        return "redirect:/account/delegations";
    }

    private String page(Person me, String holder, boolean send, String first, String last, Model model) {
        model.addAttribute("given", lines(delegations.givenBy(me)));
        model.addAttribute("held", lines(delegations.heldBy(me)));
        model.addAttribute("holder", holder);
        model.addAttribute("send", send);
        model.addAttribute("first", first);
        model.addAttribute("last", last);
        return "delegation/delegations";
    }

    private List<Line> lines(List<Delegation> all) {
        return all.stream()
                .map(delegation -> new Line(delegation, delegation.state(clock.instant())))
                .toList();
    }

    /** A day of a form, null when it is none. */
    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** A delegation and where it stands now. */
    record Line(Delegation delegation, Delegation.State state) {}
}
