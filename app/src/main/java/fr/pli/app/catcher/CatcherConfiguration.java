package fr.pli.app.catcher;

import fr.pli.exchange.mail.MailSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The catcher's parts: an SMTP server on loopback, a folder, a door of its own and what may pass it. */
@Configuration(proxyBeanMethods = false)
@Conditional(WithoutRelay.class)
class CatcherConfiguration {

    private static final String LIST = "/caught";
    private static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self';"
            + " script-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    @Bean
    CaughtMails caughtMails(@Value("${pli.home}") Path home, Clock clock) {
        return new CaughtMails(home.resolve("mail"), clock);
    }

    @Bean
    CatcherServer catcherServer(CaughtMails mails, MailSettings settings, CatcherSettings page) {
        return new CatcherServer(mails, settings, page);
    }

    @Bean
    CatcherDoor catcherDoor(CatcherSettings settings) {
        return new CatcherDoor(settings);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> catcherConnector(CatcherDoor door) {
        return factory -> factory.addAdditionalConnectors(door.connector());
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain catcherChain(HttpSecurity http, CatcherDoor door) throws Exception {
        return http.securityMatcher(door::leadsHere)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .frameOptions(frames -> frames.sameOrigin())
                        .httpStrictTransportSecurity(strict -> strict.disable()))
                .addFilterBefore(CatcherConfiguration::rootIsTheList, AuthorizationFilter.class)
                .authorizeHttpRequests(rules -> rules.requestMatchers(
                                HttpMethod.GET, LIST, LIST + "/**", "/assets/**", "/webjars/**", "/error")
                        .access((who, request) ->
                                new AuthorizationDecision(door.namesThisMachine(request.getRequest())))
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static void rootIsTheList(
            jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest page
                && response instanceof HttpServletResponse answer
                && page.getRequestURI().equals("/")) {
            answer.sendRedirect(LIST);
        } else {
            chain.doFilter(request, response);
        }
    }
}
