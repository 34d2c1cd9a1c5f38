package fr.pli.app.security;

import fr.pli.exchange.account.SignInRefusal;
import fr.pli.exchange.account.TokenHolder;
import fr.pli.exchange.account.TokenSignIn;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says whose API token this is. A call with a token never looks at a session; what its scopes allow is decided by the
 * account feature, which finds the {@link TokenHolder} as a request attribute under its class name.
 */
@Component
class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ObjectProvider<TokenSignIn> tokens;
    private final Refused refused;

    TokenFilter(ObjectProvider<TokenSignIn> tokens, Refused refused) {
        this.tokens = tokens;
        this.refused = refused;
    }

    /** The token of the request's header, null if it has none. */
    static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request);
        TokenHolder holder;
        try {
            var door = tokens.getIfAvailable();
            holder = token == null || door == null ? null : door.signIn(token).orElse(null);
        } catch (RefusedException refusal) {
            refused.answer(request, response, refusal);
            return;
        }
        if (holder == null || !holder.person().enters()) {
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            refused.answer(request, response, SignInRefusal.REQUIRED.with());
            return;
        }
        SecurityContextHolder.getContext().setAuthentication(new SignedInPerson(holder.person(), holder));
        request.setAttribute("me", holder.person());
        request.setAttribute(TokenHolder.class.getName(), holder);
        chain.doFilter(request, response);
    }
}
