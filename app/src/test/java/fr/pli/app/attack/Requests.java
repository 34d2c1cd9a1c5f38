package fr.pli.app.attack;

import fr.pli.app.Visitor;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests to a route, made from what its method takes: as a page or a program that knows it would send them. */
final class Requests {

    private Requests() {}

    /** With an acceptable value in each field. */
    static HttpResponse<String> plain(Visitor visitor, Route route, Map<String, String> variables) {
        var fields = new LinkedHashMap<String, String>();
        Fields.of(route.handler()).forEach(field -> fields.put(field.name(), field.sample()));
        return Fields.json(route.handler())
                .map(type -> json(visitor, route, variables, fields, Fields.sample(type)))
                .orElseGet(() -> form(visitor, route, variables, fields));
    }

    static HttpResponse<String> form(
            Visitor visitor, Route route, Map<String, String> variables, Map<String, String> fields) {
        return raw(visitor, route, variables, encoded(fields));
    }

    /** @param encoded fields as a form or a query has them */
    static HttpResponse<String> raw(Visitor visitor, Route route, Map<String, String> variables, String encoded) {
        String path = route.path(variables);
        if (List.of("GET", "HEAD", "DELETE", "OPTIONS").contains(route.method())) {
            return visitor.call(route.method(), path + (encoded.isEmpty() ? "" : "?" + encoded), null);
        }
        if (route.pattern().startsWith("/api/v1/uploads")) {
            return visitor.call(
                    route.method(),
                    path,
                    Map.of(
                            "Tus-Resumable", "1.0.0",
                            "Upload-Offset", "0",
                            "Content-Type", "application/offset+octet-stream"),
                    BodyPublishers.ofString("x"));
        }
        return visitor.call(
                route.method(),
                path,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                BodyPublishers.ofString(encoded));
    }

    static HttpResponse<String> json(
            Visitor visitor, Route route, Map<String, String> variables, Map<String, String> query, String body) {
        String encoded = encoded(query);
        return visitor.call(route.method(), route.path(variables) + (encoded.isEmpty() ? "" : "?" + encoded), body);
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
