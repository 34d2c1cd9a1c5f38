package fr.pli.exchange.mail.web;

import fr.pli.exchange.mail.ReturnSecret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks for the shared secret before one byte of a reporting call is read. */
@Component
class ReturnGate implements HandlerInterceptor, WebMvcConfigurer {

    static final String HEADER = "X-Pli-Secret";

    private final ReturnSecret secret;

    ReturnGate(ReturnSecret secret) {
        this.secret = secret;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(ReturnApi.PATH);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        secret.check(request.getHeader(HEADER));
        return true;
    }
}
