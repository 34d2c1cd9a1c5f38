package fr.pli.app.security;

import fr.pli.exchange.message.OwnEntries;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What controllers get from the doors: who is signed in, and flash messages that a session of strings can hold. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final OwnEntries entries;

    WebConfiguration(OwnEntries entries) {
        this.entries = entries;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SignedInResolver(entries));
    }

    @Bean
    FlashMapManager flashMapManager() {
        return new FlashText();
    }

    /** Requests are observed as a whole: each filter on its own costs more than it tells. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
