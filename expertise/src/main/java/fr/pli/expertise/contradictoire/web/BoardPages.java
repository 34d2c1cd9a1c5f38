package fr.pli.expertise.contradictoire.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.contradictoire.BoardExport;
import fr.pli.expertise.contradictoire.BoardReminders;
import fr.pli.expertise.contradictoire.Boards;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Contradictoire »: the board of expert and co-experts (E-9). */
@Controller
@RequestMapping("/expertises/{id}/contradictoire")
class BoardPages {

    private static final int PAGE = 50;

    private final Boards boards;
    private final BoardReminders reminders;
    private final BoardExport export;
    private final MessageSource sentences;

    BoardPages(Boards boards, BoardReminders reminders, BoardExport export, MessageSource sentences) {
        this.boards = boards;
        this.reminders = reminders;
        this.export = export;
        this.sentences = sentences;
    }

    @GetMapping
    String board(
            @SignedIn Person person,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        model.addAttribute("dossier", boards.seen(person, id));
        model.addAttribute("board", boards.board(person, id, after, PAGE));
        model.addAttribute("after", after);
        return "contradictoire/board";
    }

    @PostMapping("/{reader}/remind")
    String remind(
            @SignedIn Person person,
            @PathVariable UUID id,
            @PathVariable UUID reader,
            RedirectAttributes flash,
            Locale locale) {
        int named = reminders.remind(person, id, reader);
        flash.addFlashAttribute(
                "done", sentences.getMessage("contradictoire.done.reminded", new Object[] {named}, locale));
        return "redirect:/expertises/" + id + "/contradictoire";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> csv(@SignedIn Person person, @PathVariable UUID id, Locale locale) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("contradictoire.csv")
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(export.csv(person, id, locale));
    }
}
