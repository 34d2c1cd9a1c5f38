package fr.pli.expertise.dossier.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.Notices;
import fr.pli.expertise.dossier.Expertises;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever sees a page of an expertise, of whichever feature, has opened it: its notices are no news any more (N-6). */
@Configuration(proxyBeanMethods = false)
class OpenedExpertises implements WebMvcConfigurer, HandlerInterceptor {

    private final Notices notices;

    OpenedExpertises(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/expertises/**");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null
                && page.getModel().get("dossier") instanceof Expertises.Seen seen
                && request.getAttribute("me") instanceof Person reader) {
            notices.read(reader.id(), seen.expertise().id());
        }
    }
}
