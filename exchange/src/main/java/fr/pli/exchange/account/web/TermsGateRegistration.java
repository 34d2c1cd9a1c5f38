package fr.pli.exchange.account.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the {@link TermsGate} before every controller. */
@Configuration(proxyBeanMethods = false)
class TermsGateRegistration implements WebMvcConfigurer {

    private final TermsGate gate;

    TermsGateRegistration(TermsGate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
    }
}
