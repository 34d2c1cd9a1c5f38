package fr.pli.app.security;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says whose session this is. The session holds an id only; the person is read from the directory at each request, so
 * that who was suspended is out at the next one, on every node.
 */
@Component
class SessionFilter extends OncePerRequestFilter {

    private final Directory directory;

    SessionFilter(Directory directory) {
        this.directory = directory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(Sessions.PERSON) instanceof String id) {
            Person person =
                    directory.find(UUID.fromString(id)).filter(Person::enters).orElse(null);
            if (person == null) {
                session.invalidate();
            } else {
                SecurityContextHolder.getContext().setAuthentication(new SignedInPerson(person, null));
                request.setAttribute("me", person);
            }
        }
        chain.doFilter(request, response);
    }
}
