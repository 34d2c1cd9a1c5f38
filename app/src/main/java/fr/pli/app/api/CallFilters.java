package fr.pli.app.api;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters of {@code /api/v1}, after the doors have said who calls: first what a token may, then what is repeated. */
@Configuration(proxyBeanMethods = false)
class CallFilters {

    private static final String API = "/api/v1/*";
    private static final int AFTER_THE_DOORS = 0;

    @Bean
    FilterRegistrationBean<TokenCalls> tokenCallsAfterTheDoors(TokenCalls filter) {
        return after(filter, AFTER_THE_DOORS + 1);
    }

    @Bean
    FilterRegistrationBean<RepeatedCalls> repeatedCallsAfterTheDoors(RepeatedCalls filter) {
        return after(filter, AFTER_THE_DOORS + 2);
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> after(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(API);
        registration.setOrder(order);
        return registration;
    }
}
