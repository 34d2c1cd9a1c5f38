package fr.pli.exchange.delegation.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.delegation.Acting;
import fr.pli.exchange.delegation.Delegation;
import fr.pli.exchange.delegation.Delegations;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the pages of messages show of delegations: « Messages de Y », and for whom this page acts. */
@ControllerAdvice
class DelegationModel {

    private final Delegations delegations;

    DelegationModel(Delegations delegations) {
        this.delegations = delegations;
    }

    @ModelAttribute("acting")
    @Nullable
    Acting acting(HttpServletRequest request) {
        return request.getAttribute(Acting.REQUEST) instanceof Acting acting ? acting : null;
    }

    @ModelAttribute("delegators")
    List<Delegation> delegators(HttpServletRequest request) {
        return request.getAttribute("me") instanceof Person person
                        && (request.getRequestURI().contains("/messages")
                                || request.getRequestURI().contains("/notices"))
                        && !request.getRequestURI().startsWith("/api/")
                ? delegations.running(person)
                : List.of();
    }
}
