package fr.pli.app.security;

import fr.pli.exchange.account.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * The tokens of forms: within a session its own, made when it was opened; before one, a cookie's, which no other site
 * and no neighbouring host can plant ({@code __Host-}). Visitors without a session leave no trace in the database.
 */
@Component
class FormTokens implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String PARAMETER = "_csrf";

    private final CookieCsrfTokenRepository visitors = new CookieCsrfTokenRepository();

    FormTokens() {
        visitors.setCookieName("__Host-pli-form");
        visitors.setHeaderName(HEADER);
        visitors.setCookiePath("/");
        visitors.setCookieCustomizer(
                cookie -> cookie.secure(true).httpOnly(true).sameSite("Lax"));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        CsrfToken own = ofSession(request);
        return own == null ? visitors.generateToken(request) : own;
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (ofSession(request) == null) {
            visitors.saveToken(token, request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        CsrfToken own = ofSession(request);
        return own == null ? visitors.loadToken(request) : own;
    }

    private static @Nullable CsrfToken ofSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(Sessions.FORMS) instanceof String token
                ? new DefaultCsrfToken(HEADER, PARAMETER, token)
                : null;
    }
}
