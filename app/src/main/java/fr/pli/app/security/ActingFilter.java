package fr.pli.app.security;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.delegation.Acting;
import fr.pli.exchange.delegation.DelegationRefusal;
import fr.pli.exchange.delegation.Delegations;
import fr.pli.exchange.journal.RequestActor;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets somebody act for another by delegation: pages under {@code /for/<giver>/messages}
 * and {@code /for/<giver>/notices}, calls with the header
 * {@code Pli-Acting-For}. Which it is stands in each address and each call, never in the session: what was opened for
 * oneself cannot be sent for somebody else. Only what is listed here can be reached this way; the rest belongs to the
 * person who is signed in.
 */
@Component
class ActingFilter extends OncePerRequestFilter {

    static final String HEADER = "Pli-Acting-For";
    static final String PREFIX = "/for/";

    private static final Pattern PAGE = Pattern.compile("/for/([0-9a-fA-F-]{36})(/(?:messages|notices)(?:/.*)?)");
    private static final Pattern LETTERS = Pattern.compile(
            "/(messages|notices)(/.*)?|/api/v1/(messages|drafts|uploads|me/notices)(/.*)?|/api/v1/directory/(people|check)");
    private static final Pattern READING =
            Pattern.compile("/messages(?!/(new|drafts)(/|$))(/.*)?|/notices|/api/v1/messages(/.*)?|/api/v1/me/notices");
    private static final Pattern CONFIRMING = Pattern.compile("/api/v1/messages/[^/]+/files/[^/]+/confirm");

    private final Delegations delegations;
    private final RequestActor actors;
    private final Refused refused;

    ActingFilter(Delegations delegations, RequestActor actors, Refused refused) {
        this.delegations = delegations;
        this.actors = actors;
        this.refused = refused;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PREFIX) && request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest acting;
        try {
            Matcher page = PAGE.matcher(request.getRequestURI());
            if (page.matches()) {
                act(request, page.group(1), page.group(2));
                acting = new ActingRequest(request, PREFIX + page.group(1));
            } else if (request.getRequestURI().startsWith(PREFIX)) {
                throw DelegationRefusal.UNKNOWN.with();
            } else {
                act(request, request.getHeader(HEADER), request.getRequestURI());
                acting = request;
            }
        } catch (RefusedException refusal) {
            refused.answer(request, response, refusal);
            return;
        }
        chain.doFilter(acting, response);
    }

    private void act(HttpServletRequest request, String typed, String path) {
        if (!(request.getAttribute("me") instanceof Person holder)) {
            throw DelegationRefusal.UNKNOWN.with();
        }
        Acting acting = delegations.acting(holder, giver(typed)).orElseThrow(DelegationRefusal.UNKNOWN::with);
        if (!LETTERS.matcher(path).matches()) {
            throw DelegationRefusal.LETTERS_ONLY.with();
        }
        if (!acting.delegation().maySend() && !reads(request.getMethod(), path)) {
            throw DelegationRefusal.READ_ONLY.with();
        }
        request.setAttribute(Acting.REQUEST, acting);
        actors.act(holder.id(), acting.giver().id());
    }

    private static boolean reads(String method, String path) {
        return switch (method) {
            case "GET", "HEAD" -> READING.matcher(path).matches();
            case "POST" -> CONFIRMING.matcher(path).matches();
            default -> false;
        };
    }

    private static UUID giver(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException noId) {
            throw DelegationRefusal.UNKNOWN.with();
        }
    }
}
