package fr.pli.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.testing.People;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
@Tag("Q-6")
class HeadersTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Test
    void everyAnswerHasTheStrictHeadersAlsoErrorsRefusalsAndFiles() {
        var anybody = visitors.anybody();
        var partner = visitors.signedIn(people.partner());
        strict(anybody.get("/"), 200);
        strict(anybody.get("/messages"), 302);
        strict(partner.get("/nothing/here"), 404);
        strict(partner.get("/admin/terms"), 403);
        strict(partner.postForm("/sign-out", ""), 403);
        strict(anybody.get("/api/v1/messages"), 401);
        strict(anybody.get("/;jsessionid=1"), 400);
        strict(anybody.get("/assets/pli.css"), 200);
        strict(anybody.get("/assets/nothing.css"), 404);
        var fault = anybody.get("/link/planted/fault");
        strict(fault, 500);
        assertThat(fault.body()).doesNotContain("planted:").doesNotContain("Exception");
        strict(anybody.call("TRACE", "/", Map.of(), BodyPublishers.noBody()), 0);
    }

    @Test
    void theContentPolicyAllowsNothingUnsafeAndNothingForeign() {
        String policy = visitors.anybody()
                .get("/")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        String cardDoor = " https://carte.pli.test";
        assertThat(policy).as("forms lead to the card door, too (C-1)").contains("form-action 'self'" + cardDoor + ";");
        assertThat(policy.replace(cardDoor, ""))
                .contains("default-src 'none'")
                .contains("base-uri 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("http")
                .doesNotContain("*");
    }

    @Test
    @Tag("Q-10")
    void noPageNamesAnotherSite() {
        for (String page : new String[] {"/", "/sign-in", "/forgotten", "/terms", "/news"}) {
            assertThat(visitors.anybody().get(page).body())
                    .as(page)
                    .doesNotContainPattern("(src|href|action)=\"(https?:)?//")
                    .doesNotContainPattern(" style=\"")
                    .doesNotContainPattern("<script>")
                    .doesNotContainPattern(" on[a-z]+=\"");
        }
    }

    @Test
    void aCallWithoutSessionOrTokenIsAskedForOne() {
        var get = visitors.anybody().get("/api/v1/messages");
        assertThat(get.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(get.body()).contains("urn:pli:problem:signin.required");
        var post = visitors.anybody().postForm("/api/v1/messages", "");
        assertThat(post.statusCode()).isEqualTo(401);
        var token = visitors.withToken("pli_invented").get("/api/v1/messages");
        assertThat(token.statusCode()).isEqualTo(401);
        assertThat(token.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void aTokenOpensNoPage() {
        assertThat(visitors.withToken("pli_invented").get("/messages").statusCode())
                .isEqualTo(302);
    }

    @Test
    @Tag("O-4")
    void healthIsOnTheManagementPortOnly() throws Exception {
        URI health = visitors.management().resolve("/actuator/health");
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isIn(200, 503);
        }
        assertThat(visitors.anybody().get("/actuator/health").statusCode()).isIn(302, 404);
        assertThat(visitors.signedIn(people.administrator())
                        .get("/actuator/health")
                        .statusCode())
                .isEqualTo(404);
    }

    private static void strict(HttpResponse<String> answer, int status) {
        if (status != 0) {
            assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(status);
        }
        for (String name : new String[] {
            "Content-Security-Policy",
            "Strict-Transport-Security",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Permissions-Policy",
            "X-Frame-Options"
        }) {
            assertThat(answer.headers().allValues(name))
                    .as(name + " of " + answer.uri())
                    .hasSize(1);
        }
        if (!answer.uri().getPath().startsWith("/assets/")) {
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as("caching of " + answer.uri())
                    .contains("no-store");
        }
    }
}
