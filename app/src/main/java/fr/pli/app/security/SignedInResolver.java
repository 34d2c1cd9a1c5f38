package fr.pli.app.security;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignInRefusal;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.delegation.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller its {@code @SignedIn Person}: whom the door of this request found, by session or by token; in a
 * request that uses a delegation, the one acted for.
 */
final class SignedInResolver implements HandlerMethodArgumentResolver {

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
            return acting.giver();
        }
        if (request.getAttribute("me", RequestAttributes.SCOPE_REQUEST) instanceof Person person) {
            return person;
        }
        throw SignInRefusal.REQUIRED.with();
    }
}
