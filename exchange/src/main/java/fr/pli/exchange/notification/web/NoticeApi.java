package fr.pli.exchange.notification.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.delegation.Acting;
import fr.pli.exchange.notification.Bell;
import fr.pli.exchange.notification.Bell.Scope;
import fr.pli.exchange.notification.NoticeRow;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's notices for programs (P-1, N-6). */
@RestController
@RequestMapping("/api/v1/me/notices")
class NoticeApi {

    private final Bell bell;

    NoticeApi(Bell bell) {
        this.bell = bell;
    }

    @GetMapping
    Notices list(
            @SignedIn Person person,
            @RequestAttribute(name = Acting.REQUEST, required = false) @Nullable Acting acting,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        Scope scope = NoticeController.scope(acting);
        Bell.Page page = bell.list(person, scope, after, limit);
        return new Notices(page.rows(), page.next(), bell.unread(person.id(), scope));
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(
            @SignedIn Person person,
            @RequestAttribute(name = Acting.REQUEST, required = false) @Nullable Acting acting,
            @PathVariable UUID id) {
        bell.read(person.id(), NoticeController.scope(acting), id);
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(
            @SignedIn Person person,
            @RequestAttribute(name = Acting.REQUEST, required = false) @Nullable Acting acting) {
        bell.readAll(person.id(), NoticeController.scope(acting));
    }

    /** @param unread all of them, counted up to 100 */
    record Notices(List<NoticeRow> items, @Nullable UUID next, int unread) {}
}
