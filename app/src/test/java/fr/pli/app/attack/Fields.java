package fr.pli.app.attack;

import fr.pli.exchange.account.SignedIn;
import java.beans.Introspector;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** What a method of a controller takes from a form, a query or a JSON body, read from its signature. */
final class Fields {

    private Fields() {}

    /** A field of a form or of a query. */
    record Field(String name, Type type) {

        String sample() {
            String json = Fields.sample(type, name);
            return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json.replaceAll("[\\[\\]\"]", "");
        }
    }

    static List<Field> of(HandlerMethod handler) {
        var fields = new ArrayList<Field>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                String named =
                        parameter.getParameterAnnotation(RequestParam.class).name();
                if (parameter.getParameterType() != MultipartFile.class) {
                    fields.add(
                            new Field(named.isEmpty() ? name(parameter) : named, parameter.getGenericParameterType()));
                }
            } else if (bound(parameter)) {
                fields.addAll(members(parameter.getParameterType()));
            }
        }
        return fields;
    }

    /** The type of the JSON body, if the method takes one. */
    static Optional<Type> json(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getGenericParameterType)
                .findFirst();
    }

    /** Members of a JSON object. */
    static List<Field> members(Class<?> type) {
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .map((RecordComponent member) -> new Field(member.getName(), member.getGenericType()))
                    .toList();
        }
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().matches("set[A-Z].*") && method.getParameterCount() == 1)
                .map(method -> new Field(
                        Introspector.decapitalize(method.getName().substring(3)), method.getGenericParameterTypes()[0]))
                .toList();
    }

    /** Bound from fields: marked as such, or a type of our own without any mark. */
    private static boolean bound(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                || type.getName().startsWith("fr.pli.")
                        && !parameter.hasParameterAnnotation(SignedIn.class)
                        && !parameter.hasParameterAnnotation(PathVariable.class)
                        && !parameter.hasParameterAnnotation(RequestBody.class);
    }

    private static String name(MethodParameter parameter) {
        return parameter
                .getExecutable()
                .getParameters()[parameter.getParameterIndex()]
                .getName();
    }

    static String sample(Type type) {
        return sample(type, "");
    }

    /** An acceptable JSON value of that type. */
    static String sample(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw)
                    ? "[" + sample(generic.getActualTypeArguments()[0], name) + "]"
                    : "{}";
        }
        Class<?> plain = type instanceof Class<?> one ? one : String.class;
        if (plain.isRecord()) {
            return members(plain).stream()
                    .map(member -> '"' + member.name() + "\":" + sample(member.type(), member.name()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (plain.isEnum()) {
            return '"' + ((Enum<?>) plain.getEnumConstants()[0]).name() + '"';
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return "false";
        }
        if (plain.isPrimitive() || Number.class.isAssignableFrom(plain)) {
            return "1";
        }
        if (plain == UUID.class) {
            return '"' + new UUID(7, 7).toString() + '"';
        }
        if (plain == Instant.class) {
            return "\"2026-12-01T10:00:00Z\"";
        }
        if (plain == LocalDate.class) {
            return "\"2026-12-01\"";
        }
        return Map.class.isAssignableFrom(plain) ? "{}" : '"' + text(name) + '"';
    }

    private static String text(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("email")) {
            return "quelqu.un@exemple.fr";
        }
        if (lower.contains("sha256") || lower.contains("fingerprint")) {
            return "ab".repeat(32);
        }
        return lower.contains("days") || lower.contains("version") ? "5" : "texte";
    }
}
