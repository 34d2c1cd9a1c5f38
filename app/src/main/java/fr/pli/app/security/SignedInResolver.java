package fr.pli.app.security;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignInRefusal;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.delegation.Acting;
import fr.pli.exchange.message.OwnEntries;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller its {@code @SignedIn Person}: whom the door of this request found, by session or by token; in a
 * request that uses a delegation, the one acted for; of somebody whose accounts were merged, the entry that has the
 * letter which is asked for (C-6).
 */
final class SignedInResolver implements HandlerMethodArgumentResolver {

    private static final Pattern LETTER =
            Pattern.compile("(?:/api/v1)?/messages/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/.*)?");

    private final OwnEntries entries;

    SignedInResolver(OwnEntries entries) {
        this.entries = entries;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(SignedIn.class) && parameter.getParameterType() == Person.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (request.getAttribute(Acting.REQUEST, RequestAttributes.SCOPE_REQUEST) instanceof Acting acting) {
            return acting.giver().alone();
        }
        if (request.getAttribute("me", RequestAttributes.SCOPE_REQUEST) instanceof Person person) {
            return entry(person, request);
        }
        throw SignInRefusal.REQUIRED.with();
    }

    /** On the pages and calls of one letter: the entry that sent or received it (C-6). */
    private Person entry(Person person, NativeWebRequest request) {
        if (person.entries().size() < 2 || !(request.getNativeRequest() instanceof HttpServletRequest asked)) {
            return person;
        }
        Matcher letter = LETTER.matcher(asked.getRequestURI());
        return letter.matches() ? entries.of(person, UUID.fromString(letter.group(1))) : person;
    }
}
