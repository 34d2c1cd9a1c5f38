package fr.pli.app.api;

import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/** Lets the one advice answer what a filter refuses, in the reader's language. */
@Component
class RefusedCalls {

    private final HandlerExceptionResolver advice;
    private final LocaleResolver language;

    RefusedCalls(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver advice,
            @Qualifier("localeResolver") LocaleResolver language) {
        this.advice = advice;
        this.language = language;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, RefusedException refused)
            throws ServletException, IOException {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, language);
        if (advice.resolveException(request, response, null, refused) == null) {
            throw refused;
        }
        response.flushBuffer();
    }
}
