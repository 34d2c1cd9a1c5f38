package fr.pli.app.security;

import fr.pli.exchange.certificate.CardLinks;
import fr.pli.exchange.certificate.CardListeners;
import fr.pli.exchange.certificate.CardSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The headers of every answer of the main and the card door, set before anything else can answer: also what the firewall, an error page or a fault
 * says has them. A download or a file of the pages may replace them by stricter ones or by its own caching.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StrictHeaders extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";

    /** The forms of signing in by card lead from one door to the other: both are named. */
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'%s; "
                    + "base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Strict-Transport-Security",
            "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()");

    private final MainDoor door;
    private final CardListeners cards;
    private final CardLinks links;
    private final CardSettings cardSettings;

    StrictHeaders(MainDoor door, CardListeners cards, CardLinks links, CardSettings cardSettings) {
        this.door = door;
        this.cards = cards;
        this.links = links;
        this.cardSettings = cardSettings;
    }

    /** Other ports are other doors with headers of their own. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !concerns(request);
    }

    /** The main door and the card door. */
    boolean concerns(HttpServletRequest request) {
        return door.leadsHere(request) || cards.of(request) != CardListeners.Kind.OTHER;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        put(request, response);
        String path = request.getRequestURI();
        if (!path.startsWith("/assets/") && !path.startsWith("/webjars/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }

    void put(HttpServletRequest request, HttpServletResponse response) {
        String other = door.leadsHere(request) ? cardSettings.open() ? " " + links.card() : "" : " " + links.main();
        response.setHeader(POLICY, CONTENT.formatted(other));
        HEADERS.forEach(response::setHeader);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
