package fr.pli.exchange.account.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignInRefusal;
import fr.pli.exchange.account.Terms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets nobody do anything else before the terms of use are accepted. What is open all the same stands in one
 * list; programs get a problem type of its own.
 */
@Component
class TermsGate implements HandlerInterceptor {

    private static final List<String> OPEN = List.of(
            "/terms",
            "/sign-in",
            "/sign-out",
            "/forgotten",
            "/link",
            "/address",
            "/certificate",
            "/registration",
            "/setup",
            "/news",
            "/help",
            "/accessibility",
            "/error",
            "/refused",
            "/assets",
            "/webjars",
            "/favicon.ico",
            "/robots.txt",
            "/api/v1/openapi",
            "/api/v1/openapi.yaml");

    private final Terms terms;

    TermsGate(Terms terms) {
        this.terms = terms;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String path = request.getRequestURI();
        if (!(request.getAttribute("me") instanceof Person person)
                || open(path)
                || terms.standing(person.id()).state() != Terms.State.REQUIRED) {
            return true;
        }
        if (path.startsWith("/api/")) {
            throw SignInRefusal.TERMS_NOT_ACCEPTED.with();
        }
        response.sendRedirect("/terms?next=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8));
        return false;
    }

    private static boolean open(String path) {
        return path.equals("/api") || OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }

    private static String wanted(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
