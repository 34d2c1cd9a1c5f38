package fr.pli.app.security;

import fr.pli.exchange.account.SignInRefusal;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * What the doors answer: a page asked for without a session leads to the sign-in page and from there back to it;
 * anything else is a refusal like those of the features, rendered by the same advice.
 */
@Component
class Refused implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectProvider<HandlerExceptionResolver> advice;

    Refused(@Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> advice) {
        this.advice = advice;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (api(request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            answer(request, response, SignInRefusal.REQUIRED.with());
        } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            String query = request.getQueryString();
            String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
            response.sendRedirect("/sign-in?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        } else {
            response.sendRedirect("/sign-in?expired");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (!(denied instanceof CsrfException)) {
            answer(request, response, SignInRefusal.FORBIDDEN.with());
        } else if (api(request) && request.getAttribute("me") == null) {
            commence(request, response, new InsufficientAuthenticationException("neither session nor token", denied));
        } else {
            answer(request, response, SignInRefusal.FORM_EXPIRED.with());
        }
    }

    /** Renders any refusal before a controller was reached. */
    void answer(HttpServletRequest request, HttpServletResponse response, RefusedException refusal)
            throws IOException, ServletException {
        if (api(request)) {
            advice.getObject().resolveException(request, response, null, refusal);
        } else {
            request.setAttribute(RefusedPage.REFUSAL, refusal);
            request.getRequestDispatcher(RefusedPage.PATH).forward(request, response);
        }
    }

    private static boolean api(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
