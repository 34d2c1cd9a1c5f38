package fr.pli.expertise.dossier.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.Notices;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.web.Prefetch;
import fr.pli.expertise.dossier.Expertises;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever sees a page of an expertise, of whichever feature, has opened it: its notices are no news any more (N-6). A HEAD
 * or a prefetch opens nothing.
 */
@Configuration(proxyBeanMethods = false)
class OpenedExpertises implements WebMvcConfigurer, HandlerInterceptor {

    private final Notices notices;
    private final Units units;

    OpenedExpertises(Notices notices, Units units) {
        this.notices = notices;
        this.units = units;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/expertises/**");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null
                && request.getMethod().equals("GET")
                && !Prefetch.asked(request)
                && page.getModel().get("dossier") instanceof Expertises.Seen seen
                && request.getAttribute("me") instanceof Person reader) {
            units.run(() -> notices.read(reader.id(), seen.expertise().id()));
        }
    }
}
