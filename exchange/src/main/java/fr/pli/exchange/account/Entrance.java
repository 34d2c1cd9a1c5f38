package fr.pli.exchange.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** What every door does once somebody has proved who they are: session, cookie of the known device, way on. */
@Component
public class Entrance {

    private static final String DEVICE = "__Host-pli-device";
    private static final Duration DEVICE_KEPT = Duration.ofDays(365);

    /** A path of this site: one slash, then no second one, no backslash, nothing that a browser would drop. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7A\\x7C\\x7E]*");

    private final Sessions sessions;

    Entrance(Sessions sessions) {
        this.sessions = sessions;
    }

    public void enter(SignIn.Entered entered, HttpServletRequest request, HttpServletResponse response) {
        sessions.open(request, entered.person());
        remember(entered.device(), response);
    }

    /** Leaves the device's token with the browser. */
    public void remember(String device, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(DEVICE, device)
                        .secure(true)
                        .httpOnly(true)
                        .path("/")
                        .sameSite("Strict")
                        .maxAge(DEVICE_KEPT)
                        .build()
                        .toString());
    }

    /** The token of a device that signed somebody in before. */
    public static @Nullable String device(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, DEVICE);
        return cookie == null ? null : cookie.getValue();
    }

    /** The page somebody was on the way to, or the start page if that is not one of ours. */
    public static String local(String next) {
        return next.length() <= 2000
                        && LOCAL.matcher(next).matches()
                        && !next.startsWith("/sign-")
                        && !next.contains("//")
                        && !next.contains("..")
                ? next
                : "/";
    }
}
