package fr.pli.app.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description as something a page can show: sections of calls. */
@Component
public class CallPages {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMAS = "#/components/schemas/";

    private final OpenApiWebMvcResource description;

    CallPages(OpenApiWebMvcResource description) {
        this.description = description;
    }

    /** Every section, by name; its calls by path. */
    public List<Section> all(HttpServletRequest request, Locale locale) {
        JsonNode api = read(request, locale);
        Map<String, List<Call>> sections = new TreeMap<>();
        api.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(call -> sections.computeIfAbsent(Calls.section(path.getKey()), key -> new ArrayList<>())
                        .add(call(api, path.getKey(), call.getKey().toUpperCase(Locale.ROOT), call.getValue()))));
        return sections.entrySet().stream()
                .map(section -> new Section(
                        section.getKey(),
                        section.getValue().stream()
                                .sorted(Comparator.comparing(Call::path).thenComparing(Call::method))
                                .toList()))
                .toList();
    }

    private JsonNode read(HttpServletRequest request, Locale locale) {
        try {
            return JSON.readTree(description.openapiJson(request, "/api/v1/openapi", locale));
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException("the description of the interface cannot be made", impossible);
        }
    }

    private static Call call(JsonNode api, String path, String method, JsonNode call) {
        var fields = new ArrayList<Field>();
        call.path("parameters")
                .forEach(parameter -> fields.add(new Field(
                        parameter.path("name").asString(),
                        parameter.path("in").asString(),
                        type(parameter.path("schema")),
                        parameter.path("required").asBoolean())));
        call.path("requestBody").path("content").forEach(content -> body(api, content.path("schema"), fields));
        var problems = new ArrayList<Problem>();
        var answers = new ArrayList<String>();
        call.path("responses").properties().forEach(answer -> {
            if (answer.getValue().has("x-problem-types")) {
                answer.getValue()
                        .path("x-problem-types")
                        .forEach(type -> problems.add(new Problem(answer.getKey(), type.asString())));
            } else {
                answers.add(answer.getKey() + answered(answer.getValue()));
            }
        });
        return new Call(
                method,
                path,
                call.path("summary").asString(""),
                call.path("x-scope").asString(""),
                fields,
                answers,
                problems);
    }

    private static void body(JsonNode api, JsonNode schema, List<Field> fields) {
        JsonNode named = schema.has("$ref") ? resolved(api, schema) : schema;
        named.path("properties")
                .properties()
                .forEach(
                        property -> fields.add(new Field(property.getKey(), "body", type(property.getValue()), false)));
    }

    private static JsonNode resolved(JsonNode api, JsonNode schema) {
        return api.path("components").path("schemas").path(name(schema));
    }

    private static String answered(JsonNode answer) {
        for (JsonNode content : answer.path("content")) {
            String type = type(content.path("schema"));
            return type.isEmpty() ? "" : " " + type;
        }
        return "";
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return name(schema);
        }
        if (schema.has("items")) {
            return type(schema.path("items")) + "[]";
        }
        String type = schema.path("type").asString("");
        return schema.has("format") ? type + " (" + schema.path("format").asString() + ")" : type;
    }

    private static String name(JsonNode schema) {
        return schema.path("$ref").asString().substring(SCHEMAS.length());
    }

    /** Calls of one kind of thing. */
    public record Section(String name, List<Call> calls) {}

    /**
     * One call.
     *
     * @param scope that a token needs, empty for one that is closed to tokens
     */
    public record Call(
            String method,
            String path,
            String summary,
            String scope,
            List<Field> fields,
            List<String> answers,
            List<Problem> problems) {}

    /** Something to be given. @param in {@code path}, {@code query}, {@code header} or {@code body} */
    public record Field(String name, String in, String type, boolean required) {}

    /** A refusal that a program may meet. */
    public record Problem(String status, String type) {}
}
