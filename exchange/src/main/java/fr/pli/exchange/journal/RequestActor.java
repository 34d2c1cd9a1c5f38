package fr.pli.exchange.journal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Whose hand it is when the request of this thread acts for somebody by delegation. Services are given the person
 * whose right is used; what they write down of an act names the hand as well, here, so that no act can forget it.
 */
@Component
public class RequestActor {

    private static final String HAND = RequestActor.class.getName() + ".hand";
    private static final String GIVER = RequestActor.class.getName() + ".giver";

    /** Who acts when {@code person} does: somebody else where the request uses a delegation of {@code person}. */
    public UUID hand(UUID person) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && person.equals(request.getAttribute(GIVER, RequestAttributes.SCOPE_REQUEST))
                        && request.getAttribute(HAND, RequestAttributes.SCOPE_REQUEST) instanceof UUID hand
                ? hand
                : person;
    }

    /** Whose hand the request of this thread is, where it uses a delegation; empty otherwise, and outside requests. */
    public Optional<UUID> hand() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? Optional.empty()
                : Optional.ofNullable((UUID) request.getAttribute(HAND, RequestAttributes.SCOPE_REQUEST));
    }

    /** Called by the door that has found the delegation good. */
    public void act(UUID hand, UUID giver) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        request.setAttribute(HAND, hand, RequestAttributes.SCOPE_REQUEST);
        request.setAttribute(GIVER, giver, RequestAttributes.SCOPE_REQUEST);
    }
}
