package fr.pli.exchange.factor.web;

import fr.pli.exchange.account.Entrance;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SecondStep;
import fr.pli.exchange.account.SecondTries;
import fr.pli.exchange.account.Sessions;
import fr.pli.exchange.factor.Factor;
import fr.pli.exchange.factor.Factors;
import fr.pli.exchange.factor.RecoveryCodes;
import fr.pli.exchange.factor.SecondProof;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who sets a factor up: somebody signed in, from the account page; or somebody half way through signing in whose profile
 * must have one and who has none yet. Who has one already must prove it, and comes in nowhere by adding another.
 */
@Component
class Enrolling {

    static final String ACCOUNT = "/account/factors";
    static final String SIGN_IN = "/sign-in/enrol";

    private final Sessions sessions;
    private final Factors factors;
    private final RecoveryCodes codes;
    private final SecondProof proof;
    private final Entrance entrance;

    Enrolling(Sessions sessions, Factors factors, RecoveryCodes codes, SecondProof proof, Entrance entrance) {
        this.sessions = sessions;
        this.factors = factors;
        this.codes = codes;
        this.proof = proof;
        this.entrance = entrance;
    }

    /** @param base begins the addresses of the forms of this way */
    record Who(Person person, String base, String next) {

        boolean signedIn() {
            return base.equals(ACCOUNT);
        }
    }

    Optional<Who> who(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(ACCOUNT)) {
            return request.getAttribute("me") instanceof Person person
                    ? Optional.of(new Who(person, ACCOUNT, "/account"))
                    : Optional.empty();
        }
        return sessions.halfWay(request)
                .filter(halfWay -> factors.need(halfWay.person()) == SecondStep.Need.ENROL)
                .map(halfWay -> new Who(halfWay.person(), SIGN_IN, halfWay.next()));
    }

    /** The factor is there: who was half way comes in; who has no recovery codes is led to them. @return the redirect */
    String done(Who who, Factor.Kind kind, HttpServletRequest request, HttpServletResponse response) {
        if (!who.signedIn()) {
            entrance.enter(proof.byEnrolment(attempt(who.person(), request), kind), request, response);
        }
        return codes.left(who.person().id()) == 0
                ? "redirect:/account/factors/codes?first&next=" + URLEncoder.encode(who.next(), StandardCharsets.UTF_8)
                : "redirect:" + who.next();
    }

    static SecondTries.Try attempt(Person person, HttpServletRequest request) {
        return new SecondTries.Try(person, request.getRemoteAddr(), Entrance.device(request));
    }
}
