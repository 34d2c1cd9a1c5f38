package fr.pli.app.web;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * JSON bodies say all that a record needs: a member that may not be null is there, and so is each element of a list.
 * Otherwise the call is malformed (400), before any code trusts what its types say.
 */
@ControllerAdvice
class WholeBodies extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getParameterType().isRecord();
    }

    @Override
    public Object afterBodyRead(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (body == null) {
            throw new HttpMessageNotReadableException("the body is null", message);
        }
        check(body, message);
        return body;
    }

    private static void check(Object body, HttpInputMessage message) {
        for (RecordComponent member : body.getClass().getRecordComponents()) {
            ReflectionUtils.makeAccessible(member.getAccessor());
            check(ReflectionUtils.invokeMethod(member.getAccessor(), body), member.getAnnotatedType(), message);
        }
    }

    private static void check(@Nullable Object value, AnnotatedType type, HttpInputMessage message) {
        if (value == null) {
            if (!type.isAnnotationPresent(Nullable.class)) {
                throw new HttpMessageNotReadableException("a member is missing", message);
            }
        } else if (value instanceof Collection<?> many && type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType of = generic.getAnnotatedActualTypeArguments()[0];
            many.forEach(one -> check(one, of, message));
        } else if (value.getClass().isRecord() && value.getClass().getName().startsWith("fr.pli.")) {
            check(value, message);
        }
    }
}
