package fr.pli.app.api;

import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A creation sent twice with one {@code Idempotency-Key} has one effect (P-2): the second request gets the first one's
 * answer. The key is kept before the work begins; when the work fails or is refused it is free again, when the server
 * dies in between it stays taken, because nobody can know what was created. Uploads have their own way (tus), and the
 * clear text of a new token is never kept.
 */
@Component
class RepeatedCalls extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    /** What is asked or answered here holds a secret and is never kept. */
    private static final List<String> SECRET =
            List.of("/api/v1/me/tokens", "/api/v1/me/factors", "/api/v1/me/proof", "/api/v1/me/address");

    private static final Pattern KEYS = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final int LARGEST_BODY = 1_000_000;
    private static final int FIRST_REFUSAL = 400;

    private final Replays replays;
    private final RefusedCalls refused;

    RepeatedCalls(Replays replays, RefusedCalls refused) {
        this.replays = replays;
        this.refused = refused;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(KEY) == null
                || request.getHeader("Tus-Resumable") != null
                || request.getRequestURI().startsWith("/api/v1/uploads")
                || SECRET.stream().anyMatch(request.getRequestURI()::startsWith)
                || !(request.getAttribute("me") instanceof Person);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = (Person) request.getAttribute("me");
        Optional<Replays.Answer> earlier;
        Replays.Call call;
        HeldRequest held;
        try {
            String key = key(request);
            held = HeldRequest.of(request, LARGEST_BODY);
            call = Replays.Call.of(person.id(), key, held);
            earlier = replays.begin(call);
        } catch (RefusedException refusal) {
            refused.answer(request, response, refusal);
            return;
        }
        if (earlier.isPresent()) {
            replay(earlier.get(), response);
        } else {
            first(call, held, response, chain);
        }
    }

    private void first(Replays.Call call, HeldRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            chain.doFilter(request, answer);
            if (answer.getStatus() < FIRST_REFUSAL) {
                replays.end(call, Replays.Answer.of(answer));
                kept = true;
            }
        } finally {
            if (!kept) {
                replays.forget(call);
            }
        }
        answer.copyBodyToResponse();
    }

    private static void replay(Replays.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        response.setHeader("Cache-Control", "no-store");
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.location() != null) {
            response.setHeader("Location", answer.location());
        }
        response.getOutputStream().write(answer.body());
    }

    private static String key(HttpServletRequest request) {
        String key = request.getHeader(KEY);
        if (!KEYS.matcher(key).matches()) {
            throw DirectoryRefusal.IDEMPOTENCY_KEY_INVALID.with();
        }
        return key;
    }
}
