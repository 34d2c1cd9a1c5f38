package fr.pli.exchange.notification.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.delegation.Delegations;
import fr.pli.exchange.notification.Bell;
import fr.pli.exchange.notification.Bell.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The count beside the bell in everybody's bar (N-6), and beside the bell of each whom one acts for. */
@ControllerAdvice
class NoticeCount {

    private final Bell bell;
    private final Delegations delegations;

    NoticeCount(Bell bell, Delegations delegations) {
        this.bell = bell;
        this.delegations = delegations;
    }

    @ModelAttribute("unreadNotices")
    @Nullable
    Integer unread(HttpServletRequest request) {
        return request.getAttribute("me") instanceof Person person
                        && !request.getRequestURI().startsWith("/api/")
                ? bell.unread(person.id(), Scope.ALL)
                : null;
    }

    /** Unread notices of each whom one may act for, by their id; on the pages that lead there. */
    @ModelAttribute("unreadFor")
    Map<UUID, Integer> unreadFor(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!(request.getAttribute("me") instanceof Person person)
                || path.startsWith("/api/")
                || !path.contains("/messages") && !path.contains("/notices")) {
            return Map.of();
        }
        return delegations.running(person).stream()
                .map(delegation -> delegation.giver().id())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), giver -> bell.unread(giver, Scope.LETTERS)));
    }
}
