package fr.pli.exchange.notification.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.Bell;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The count beside the bell in everybody's bar (N-6). */
@ControllerAdvice
class NoticeCount {

    private final Bell bell;

    NoticeCount(Bell bell) {
        this.bell = bell;
    }

    @ModelAttribute("unreadNotices")
    @Nullable
    Integer unread(HttpServletRequest request) {
        return request.getAttribute("me") instanceof Person person
                        && !request.getRequestURI().startsWith("/api/")
                ? bell.unread(person.id())
                : null;
    }
}
