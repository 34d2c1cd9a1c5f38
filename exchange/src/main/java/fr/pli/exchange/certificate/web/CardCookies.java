package fr.pli.exchange.certificate.web;

import fr.pli.exchange.account.Secrets;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookies of the main door by which a browser is known again when it comes back from the card door. */
final class CardCookies {

    private static final String NONCE = "__Host-pli-card";
    private static final String LINK = "__Host-pli-card-link";
    private static final Duration KEPT = Duration.ofMinutes(40);

    private CardCookies() {}

    /** Leaves a new nonce with the browser. @return it */
    static String nonce(HttpServletResponse response) {
        String nonce = Secrets.token();
        set(NONCE, nonce, KEPT, response);
        return nonce;
    }

    /** Empty when the browser has none: no ticket is bound to that. */
    static String nonce(HttpServletRequest request) {
        return value(NONCE, request);
    }

    /** Keeps the token of a link while its owner changes cards. */
    static void link(String token, HttpServletResponse response) {
        set(LINK, token, KEPT, response);
    }

    static String link(HttpServletRequest request) {
        return value(LINK, request);
    }

    static void forgetLink(HttpServletResponse response) {
        set(LINK, "", Duration.ZERO, response);
    }

    static void forget(HttpServletResponse response) {
        set(NONCE, "", Duration.ZERO, response);
        forgetLink(response);
    }

    private static String value(String name, HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? "" : cookie.getValue();
    }

    private static void set(String name, String value, Duration kept, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .secure(true)
                        .httpOnly(true)
                        .path("/")
                        .sameSite("Strict")
                        .maxAge(kept)
                        .build()
                        .toString());
    }
}
