package fr.pli.app.api;

import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Scope;
import fr.pli.exchange.account.ScopeRules;
import fr.pli.exchange.account.TokenHolder;
import fr.pli.exchange.account.TokenLimits;
import fr.pli.exchange.account.TokenWindow;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts each call made with a token and lets it pass only if the token's scopes say so (P-2). */
@Component
class TokenCalls extends OncePerRequestFilter {

    private final TokenLimits limits;
    private final ScopeRules rules;
    private final RefusedCalls refused;

    TokenCalls(TokenLimits limits, ScopeRules rules, RefusedCalls refused) {
        this.limits = limits;
        this.rules = rules;
        this.refused = refused;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getAttribute(TokenHolder.class.getName()) instanceof TokenHolder);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var holder = (TokenHolder) request.getAttribute(TokenHolder.class.getName());
        try {
            count(holder, response);
            decide(holder, request);
        } catch (RefusedException refusal) {
            refused.answer(request, response, refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    private void count(TokenHolder holder, HttpServletResponse response) {
        TokenWindow window = limits.use(holder.token());
        String reset = Long.toString(window.reset().toSeconds());
        response.setHeader("RateLimit-Limit", Integer.toString(window.limit()));
        response.setHeader("RateLimit-Remaining", Integer.toString(window.remaining()));
        response.setHeader("RateLimit-Reset", reset);
        if (window.exceeded()) {
            response.setHeader("Retry-After", reset);
            throw DirectoryRefusal.TOKEN_RATE.with(
                    window.limit(), window.reset().toSeconds());
        }
    }

    private void decide(TokenHolder holder, HttpServletRequest request) {
        Optional<Scope> needed = rules.needed(request.getMethod(), request.getRequestURI());
        if (needed.isEmpty()) {
            throw DirectoryRefusal.TOKEN_NOT_ALLOWED.with();
        }
        if (!holder.scopes().contains(needed.get())) {
            throw DirectoryRefusal.TOKEN_SCOPE_MISSING.with(needed.get().label());
        }
    }
}
