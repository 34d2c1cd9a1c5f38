package fr.pli.exchange.message.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Boxes;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The unread count beside « Messages » in everybody's bar. */
@ControllerAdvice
class UnreadCount {

    private final Boxes boxes;

    UnreadCount(Boxes boxes) {
        this.boxes = boxes;
    }

    @ModelAttribute("unread")
    @Nullable
    Integer unread(HttpServletRequest request) {
        return request.getAttribute("me") instanceof Person person
                        && !request.getRequestURI().startsWith("/api/")
                ? boxes.unread(person)
                : null;
    }
}
