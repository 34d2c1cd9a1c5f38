package fr.pli.exchange.notification.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.notification.Bell;
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

/** « Avis »: the page behind the bell (N-6). */
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
    String list(@SignedIn Person person, @RequestParam(required = false) @Nullable UUID after, Model model) {
        model.addAttribute("page", bell.list(person, after, PAGE));
        model.addAttribute("after", after);
        return "notification/notices";
    }

    @PostMapping("/{id}/read")
    String read(@SignedIn Person person, @PathVariable UUID id) {
        bell.read(person.id(), id);
        return "redirect:/notices";
    }

    @PostMapping("/read")
    String readAll(@SignedIn Person person, RedirectAttributes flash, Locale locale) {
        bell.readAll(person.id());
        flash.addFlashAttribute("done", sentences.getMessage("notification.bell.done", null, locale));
        return "redirect:/notices";
    }
}
