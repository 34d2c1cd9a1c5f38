package fr.pli.exchange.account.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the {@link TermsGate} before every controller, and the {@link ProofGate} before those it guards. */
@Configuration(proxyBeanMethods = false)
class GateRegistration implements WebMvcConfigurer {

    private final TermsGate terms;
    private final ProofGate proof;

    GateRegistration(TermsGate terms, ProofGate proof) {
        this.terms = terms;
        this.proof = proof;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(terms);
        registry.addInterceptor(proof).addPathPatterns(ProofGate.GUARDED);
    }
}
