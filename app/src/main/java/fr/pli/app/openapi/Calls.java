package fr.pli.app.openapi;

import fr.pli.exchange.account.Scope;
import fr.pli.exchange.account.ScopeRules;
import fr.pli.exchange.platform.Wording;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says of each call what it is for, which scope a token needs for it, and what it may be refused for. */
@Component
class Calls implements GlobalOpenApiCustomizer {

    /** Reached without session or token, by a secret of its own. */
    private static final String RETURNS = "/api/v1/mail-returns";

    private final ScopeRules scopes;
    private final ProblemTypes problems;
    private final Wording words;

    Calls(ScopeRules scopes, ProblemTypes problems, Wording words) {
        this.scopes = scopes;
        this.problems = problems;
        this.words = words;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getInfo().setDescription(words("api.lead"));
        api.setTags(null);
        api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, call) -> {
            call.setTags(List.of(section(path)));
            call.setSummary(words("api." + method + "." + path));
            secure(call, method, path);
            refuse(call, method, path);
        }));
    }

    private void secure(Operation call, PathItem.HttpMethod method, String path) {
        if (path.equals(RETURNS)) {
            call.setSecurity(List.of(new SecurityRequirement().addList(Description.SECRET)));
            return;
        }
        Optional<Scope> scope = scopes.needed(method.name(), path);
        var session = new SecurityRequirement().addList(Description.SESSION);
        call.setSecurity(scope.map(needed ->
                        List.of(new SecurityRequirement().addList(Description.TOKEN, needed.label()), session))
                .orElseGet(() -> List.of(session)));
        call.addExtension("x-scope", scope.map(Scope::label).orElse(""));
    }

    private void refuse(Operation call, PathItem.HttpMethod method, String path) {
        ApiResponses answers = call.getResponses() == null ? new ApiResponses() : call.getResponses();
        for (Map.Entry<Integer, List<String>> status :
                problems.of(method.name(), path).entrySet()) {
            answers.addApiResponse(status.getKey().toString(), problem(status.getValue()));
        }
        call.setResponses(answers);
    }

    private static ApiResponse problem(List<String> codes) {
        var answer = new ApiResponse()
                .description(String.join(", ", codes))
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/" + Description.PROBLEM))));
        answer.addExtension(
                "x-problem-types",
                codes.stream().map(code -> "urn:pli:problem:" + code).toList());
        return answer;
    }

    /** « /api/v1/me/tokens » belongs to « me ». */
    static String section(String path) {
        return path.split("/")[3];
    }

    private String words(String key) {
        return words.find(key, LocaleContextHolder.getLocale()).orElse("");
    }
}
