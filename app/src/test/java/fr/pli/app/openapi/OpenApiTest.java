package fr.pli.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
@Tag("P-1")
class OpenApiTest {

    private static final String OWN = "org.springdoc";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    ProblemTypes problems;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyCallIsDescribedWithItsSummaryItsScopeAndItsProblems() {
        JsonNode api = description("en");
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        var described = new TreeSet<String>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    String name = call.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                    described.add(name);
                    assertThat(call.getValue().path("summary").asString(""))
                            .as("api.%s of messages/api.properties", name.replace(' ', '.'))
                            .isNotBlank();
                    assertThat(call.getValue().path("security").isEmpty())
                            .as(name)
                            .isFalse();
                    if (!name.startsWith("OPTIONS")) {
                        assertThat(call.getValue().path("responses").toString())
                                .as("%s of api/problems.properties", name.replace(' ', '.'))
                                .contains("urn:pli:problem:");
                    }
                }));
        assertThat(described).containsExactlyInAnyOrderElementsOf(registered());
        assertThat(api.at("/paths/~1api~1v1~1messages/get/security/0/token/0").asString())
                .isEqualTo("messages:read");
    }

    @Test
    void noCallNamesAProblemThatNobodyIsRefusedBy() {
        for (String call : registered()) {
            assertThat(problems.unknown(call.split(" ")[0], call.split(" ")[1]))
                    .as("codes of %s in api/problems.properties", call)
                    .isEmpty();
        }
        assertThat(problems.of("GET", "/api/v1/messages/{id}")).containsKeys(401, 403, 404, 429);
    }

    @Test
    void theDescriptionIsInBothLanguagesAndNamesThePublicAddressWhateverTheRequestSays() {
        for (var call : description("en").path("paths").path("/api/v1/messages").properties()) {
            assertThat(description("fr")
                            .at("/paths/~1api~1v1~1messages/" + call.getKey() + "/summary")
                            .asString())
                    .isNotEqualTo(call.getValue().path("summary").asString());
        }
        assertThat(description("fr").at("/servers/0/url").asString()).isEqualTo("https://pli.test");
        assertThat(description("fr").path("servers").size()).isEqualTo(1);
        var yaml = visitors.anybody().get("/api/v1/openapi.yaml");
        assertThat(yaml.statusCode()).isEqualTo(200);
        assertThat(yaml.body()).contains("openapi: 3.1");
    }

    @Test
    void thePageShowsEveryCallToEverybodyWithoutScriptOrAnotherSite() {
        for (var visitor : new fr.pli.app.Visitor[] {
            visitors.anybody(),
            visitors.signedIn(people.active(Profile.PARTNER)),
            visitors.signedIn(people.who(Profile.GREFFIER).withoutTerms().active())
        }) {
            var page = visitor.get("/api");
            assertThat(page.statusCode()).isEqualTo(200);
            for (String call : registered()) {
                assertThat(page.body()).contains(">" + call.substring(call.indexOf(' ') + 1) + "<");
            }
            assertThat(page.body())
                    .contains("Interface de programmation", "messages:read", "urn:pli:problem:message.unknown")
                    .doesNotContainPattern("(src|href|action)=\"(https?:)?//");
        }
    }

    private JsonNode description(String language) {
        var answer = visitors.anybody()
                .call(
                        "GET",
                        "/api/v1/openapi",
                        java.util.Map.of("Accept-Language", language),
                        java.net.http.HttpRequest.BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.builder().build().readTree(answer.body());
    }

    /** What the application really answers under /api/v1, the description itself aside. */
    private Set<String> registered() {
        var calls = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith(OWN)) {
                return;
            }
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith("/api/v1/") || path.equals("/api/v1")) {
                    mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(verb ->
                                    calls.add(verb + " " + path.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*})*}", "{$1}")));
                }
            }
        });
        return calls;
    }
}
