package fr.pli.app.security;

import fr.pli.exchange.certificate.CardLinks;
import fr.pli.exchange.certificate.CardListeners;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * Who may come in by which door. The chains are asked in their order: those of other ports, which stand with what they
 * guard; then, on the main port, files of the pages, calls with a token, everything else with a session; what none of
 * them took is denied.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    /** Takes what the card door posts; the nonce of its cookie stands for the form's token (C-1). */
    private static final String CARD_TICKETS = "/sign-in/card/enter";

    /** Pages of the main door that are open without a session; each says itself what it needs. */
    private static final String[] OPEN = {
        "/",
        "/error",
        "/sign-in",
        "/sign-in/second",
        "/sign-in/second/**",
        "/sign-in/enrol",
        "/sign-in/enrol/**",
        "/sign-in/card",
        CARD_TICKETS,
        "/new-card",
        "/new-card/*",
        "/new-card/support/sent",
        "/certificate/*",
        "/registration/*",
        "/forgotten",
        "/forgotten/**",
        "/link/**",
        "/address/**",
        "/setup/**",
        "/terms",
        "/terms/text",
        "/news",
        "/help",
        "/help/*",
        "/api",
        "/accessibility",
        "/robots.txt"
    };

    /** The description of the programming interface is no secret. */
    private static final String[] OPEN_API = {"/api/v1/openapi", "/api/v1/openapi/**", "/api/v1/openapi.yaml"};

    private final MainDoor door;
    private final CardListeners cards;
    private final CardLinks links;
    private final Refused refused;

    Doors(MainDoor door, CardListeners cards, CardLinks links, Refused refused) {
        this.door = door;
        this.cards = cards;
        this.links = links;
        this.refused = refused;
    }

    /** The card door: its pages and their files, no session, no cookie; the rest is denied (C-1). */
    @Bean
    @Order(0)
    SecurityFilterChain cardDoor(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(request -> cards.of(request) != CardListeners.Kind.OTHER)
                .addFilterBefore(this::rootLeadsToTheMainDoor, AuthorizationFilter.class)
                .authorizeHttpRequests(
                        rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/card", "/assets/**", "/webjars/**", "/favicon.ico")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/card")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(answers ->
                        answers.authenticationEntryPoint(Doors::nothingHere).accessDeniedHandler(Doors::nothingHere))
                .build();
    }

    /** Who types the card door's address begins where everybody does: the main door must see the browser first. */
    private void rootLeadsToTheMainDoor(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (asked instanceof HttpServletRequest request
                && answer instanceof HttpServletResponse response
                && request.getRequestURI().equals("/")
                && request.getMethod().equals("GET")) {
            response.sendRedirect(links.main() + "/sign-in/card");
        } else {
            chain.doFilter(asked, answer);
        }
    }

    private static void nothingHere(HttpServletRequest request, HttpServletResponse response, Exception denied) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }

    /** Reports of non-delivery come with a secret of their own, which the call itself asks for. */
    @Bean
    @Order(1)
    SecurityFilterChain reportsDoor(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(request ->
                        door.leadsHere(request) && request.getRequestURI().equals("/api/v1/mail-returns"))
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain filesDoor(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher("/assets/**", "/webjars/**", "/favicon.ico")
                .authorizeHttpRequests(rules -> rules.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain programsDoor(HttpSecurity http, TokenFilter tokens) throws Exception {
        return stateless(http)
                .securityMatcher(
                        request -> door.leadsHere(request) && api(request) && TokenFilter.token(request) != null)
                .addFilterBefore(tokens, AuthorizationFilter.class)
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain peopleDoor(HttpSecurity http, SessionFilter sessions, FormTokens forms) throws Exception {
        return bare(http)
                .securityMatcher(door::leadsHere)
                .csrf(csrf -> csrf.csrfTokenRepository(forms).ignoringRequestMatchers(CARD_TICKETS))
                .addFilterBefore(sessions, CsrfFilter.class)
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(OPEN_API)
                        .permitAll()
                        .requestMatchers("/admin/**", "/support/**")
                        .hasAnyAuthority("ADMINISTRATOR", "SUPPORT")
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain closedDoor(HttpSecurity http) throws Exception {
        return stateless(http)
                .authorizeHttpRequests(rules -> rules.anyRequest().denyAll())
                .build();
    }

    /** Not in the container's own list of filters: they run inside their chain only. */
    @Bean
    FilterRegistrationBean<SessionFilter> sessionFilterInItsChainOnly(SessionFilter filter) {
        return inItsChainOnly(filter);
    }

    @Bean
    FilterRegistrationBean<TokenFilter> tokenFilterInItsChainOnly(TokenFilter filter) {
        return inItsChainOnly(filter);
    }

    /** After the doors have said who is there, before what asks about the call. */
    @Bean
    FilterRegistrationBean<ActingFilter> actingAfterTheDoors(ActingFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(0);
        return registration;
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> inItsChainOnly(F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    private HttpSecurity stateless(HttpSecurity http) throws Exception {
        return bare(http).csrf(AbstractHttpConfigurer::disable);
    }

    /** Without what this product does itself: headers, sign-in, sign-out, remembered requests, sessions. */
    private HttpSecurity bare(HttpSecurity http) throws Exception {
        return http.headers(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .exceptionHandling(
                        answers -> answers.authenticationEntryPoint(refused).accessDeniedHandler(refused));
    }

    private static boolean api(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
