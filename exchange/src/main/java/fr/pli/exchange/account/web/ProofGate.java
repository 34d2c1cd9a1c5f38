package fr.pli.exchange.account.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PresentPassword;
import fr.pli.exchange.account.Sessions;
import fr.pli.exchange.account.SignInRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Asks for the password again, unless it was given within the last ten minutes, before what would let whoever borrowed a
 * session keep the account: second factors and the address.
 */
@Component
class ProofGate implements HandlerInterceptor {

    /** What stands behind the gate; what follows a slash too. */
    static final List<String> GUARDED = List.of(
            "/account/factors/**",
            "/account/address/**",
            "/account/certificates/**",
            "/api/v1/me/factors/**",
            "/api/v1/me/address/**",
            "/api/v1/me/certificates/**");

    private final Sessions sessions;
    private final PresentPassword password;

    ProofGate(Sessions sessions, PresentPassword password) {
        this.sessions = sessions;
        this.password = password;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean api = request.getRequestURI().startsWith("/api/");
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!(request.getAttribute("me") instanceof Person person)
                || api && reading
                || sessions.proved(request)
                || !password.exists(person.id())) {
            return true;
        }
        if (api) {
            throw SignInRefusal.PROOF_REQUIRED.with();
        }
        String next = reading ? request.getRequestURI() : "/account";
        response.sendRedirect("/account/proof?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        return false;
    }
}
