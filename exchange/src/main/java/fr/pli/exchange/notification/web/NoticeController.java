package fr.pli.exchange.notification.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.delegation.Acting;
import fr.pli.exchange.notification.Bell;
import fr.pli.exchange.notification.Bell.Scope;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Avis »: the page behind the bell (N-6), one's own or that of whom one acts for. */
@Controller
@RequestMapping("/notices")
class NoticeController {

    private static final int PAGE = 25;

    private final Bell bell;
    private final MessageSource sentences;

    NoticeController(Bell bell, MessageSource sentences) {
        this.bell = bell;
        this.sentences = sentences;
    }

    @GetMapping
    String list(
            @SignedIn Person person,
            @RequestAttribute(name = Acting.REQUEST, required = false) @Nullable Acting acting,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        Scope scope = scope(acting);
        model.addAttribute("page", bell.list(person, scope, after, PAGE));
        model.addAttribute("fresh", bell.unread(person.id(), scope));
        model.addAttribute("after", after);
        model.addAttribute("mayMark", acting == null || acting.delegation().maySend());
        return "notification/notices";
    }

    @PostMapping("/{id}/read")
    String read(
            @SignedIn Person person,
            @RequestAttribute(name = Acting.REQUEST, required = false) @Nullable Acting acting,
            @PathVariable UUID id) {
        bell.read(person.id(), scope(acting), id);
        return "redirect:/notices";
    }

    @PostMapping("/read")
    String readAll(
            @SignedIn Person person,
            @RequestAttribute(name = Acting.REQUEST, required = false) @Nullable Acting acting,
            RedirectAttributes flash,
            Locale locale) {
        bell.readAll(person.id(), scope(acting));
        flash.addFlashAttribute("done", sentences.getMessage("notification.bell.done", null, locale));
        return "redirect:/notices";
    }

    static Scope scope(@Nullable Acting acting) {
        return acting == null ? Scope.ALL : Scope.LETTERS;
    }
}
