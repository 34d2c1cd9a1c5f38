package fr.pli.expertise.contradictoire.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.contradictoire.Board;
import fr.pli.expertise.contradictoire.BoardExport;
import fr.pli.expertise.contradictoire.BoardReminders;
import fr.pli.expertise.contradictoire.Boards;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board for programs (P-1, E-9). */
@RestController
@RequestMapping("/api/v1/expertises/{id}/contradictoire")
class BoardApi {

    private static final int MOST = 200;

    private final Boards boards;
    private final BoardReminders reminders;
    private final BoardExport export;

    BoardApi(Boards boards, BoardReminders reminders, BoardExport export) {
        this.boards = boards;
        this.reminders = reminders;
        this.export = export;
    }

    /** @param limit documents of a page, 1 to 200 */
    @GetMapping
    Board board(
            @SignedIn Person person,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        return boards.board(person, id, after, Math.clamp(limit, 1, MOST));
    }

    @GetMapping(value = "/export", produces = "text/csv;charset=UTF-8")
    byte[] csv(@SignedIn Person person, @PathVariable UUID id, Locale locale) {
        return export.csv(person, id, locale);
    }

    @PostMapping("/{reader}/remind")
    Reminded remind(@SignedIn Person person, @PathVariable UUID id, @PathVariable UUID reader) {
        return new Reminded(reminders.remind(person, id, reader));
    }

    /** @param documents how many the reminder names */
    record Reminded(int documents) {}
}
