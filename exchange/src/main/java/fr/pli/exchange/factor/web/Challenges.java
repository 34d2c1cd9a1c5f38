package fr.pli.exchange.factor.web;

import fr.pli.exchange.factor.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Component;

/** The challenge a browser was given for its passkey: kept in its session, for one purpose, taken once. */
@Component
class Challenges {

    private static final String ATTRIBUTE = "passkey";

    private final Passkeys passkeys;

    Challenges(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    /** What a challenge is for; one made for one purpose proves nothing for the other. */
    enum Purpose {
        ADD,
        PROVE
    }

    String give(HttpServletRequest request, Purpose purpose) {
        String challenge = passkeys.challenge();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.setAttribute(ATTRIBUTE, purpose + " " + challenge);
        }
        return challenge;
    }

    /** Empty when there is none. */
    String take(HttpServletRequest request, Purpose purpose) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String given)) {
            return "";
        }
        session.removeAttribute(ATTRIBUTE);
        String start = purpose + " ";
        return given.startsWith(start) ? given.substring(start.length()) : "";
    }
}
