package fr.pli.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.DirectorySettings;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.ScopeRules;
import fr.pli.exchange.testing.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@AppTest
@Tag("P-2")
class TokenHttpTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    ScopeRules rules;

    @Autowired
    DirectorySettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    Person owner;

    @BeforeEach
    void anAdministrator() {
        owner = people.administrator();
    }

    @Test
    void aTokenIsShownOnceAndListedWithoutItsSecret() {
        Visitor visitor = visitors.signedIn(owner);
        var page = visitor.postForm(
                "/account/tokens",
                "label=Sauvegarde&scopes=directory%3Aread&scopes=account%3Aread&days=30&_csrf=" + visitor.formToken());
        assertThat(page.statusCode()).isEqualTo(200);
        var matcher = java.util.regex.Pattern.compile("pli_[A-Za-z0-9_-]{43}").matcher(page.body());
        assertThat(matcher.find()).isTrue();
        String clear = matcher.group();
        assertThat(visitor.get("/account/tokens").body())
                .contains("Sauvegarde", clear.substring(0, 8))
                .doesNotContain(clear);
        assertThat(visitor.get("/api/v1/me/tokens").body())
                .contains("directory:read")
                .doesNotContain(clear);
        assertThat(visitors.withToken(clear).get("/api/v1/me").body()).contains(owner.email());

        UUID id = tokens.of(owner).getFirst().id();
        assertThat(visitor.get("/account/tokens/" + id + "/revoke").body()).contains("Sauvegarde");
        Visitor other = visitors.signedIn(people.partner());
        assertThat(other.get("/account/tokens/" + id + "/revoke").statusCode()).isEqualTo(404);
        assertThat(other.call("DELETE", "/api/v1/me/tokens/" + id, null).statusCode())
                .isEqualTo(404);
        assertThat(visitor.post("/account/tokens/" + id + "/revoke", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(visitors.withToken(clear).get("/api/v1/me").statusCode()).isEqualTo(401);
        var wrong = visitor.postForm("/account/tokens", "label=&days=x&_csrf=" + visitor.formToken());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"label-error\"");
    }

    @Test
    void aTokenDoesWhatItsScopesSayAndNoMore() {
        Visitor reader = program("directory:read");
        assertThat(reader.get("/api/v1/directory/entries").statusCode()).isEqualTo(200);
        var refused = reader.call("POST", "/api/v1/directory/entries/" + owner.id() + "/suspend", null);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("urn:pli:problem:directory.token-scope-missing", "directory:write");
        assertThat(reader.get("/api/v1/me").statusCode()).isEqualTo(403);
        assertThat(program("account:read", "account:write").get("/api/v1/me").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenNeverMakesOrEndsTokens() {
        Visitor all = program(
                "messages:read",
                "messages:send",
                "directory:read",
                "directory:write",
                "journal:read",
                "account:read",
                "account:write");
        assertThat(all.get("/api/v1/me/tokens").statusCode()).isEqualTo(403);
        assertThat(all.call("POST", "/api/v1/me/tokens", "{\"label\":\"x\",\"scopes\":[\"messages:read\"],\"days\":1}")
                        .body())
                .contains("directory.token-not-allowed");
    }

    /** A new route is either in the table of scopes or closed to tokens on purpose. */
    @Test
    void everyRouteOfTheInterfaceIsInTheTableOfScopes() {
        Set<String> closed = new TreeSet<>();
        routes.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/api/v1/") && !pattern.startsWith("/api/v1/openapi"))
                .forEach(pattern -> {
                    String path =
                            pattern.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
                    var methods = info.getMethodsCondition().getMethods();
                    Stream<String> names = methods.isEmpty()
                            ? Stream.of("GET")
                            : methods.stream().map(Enum::name);
                    names.filter(name -> rules.needed(name, path).isEmpty())
                            .forEach(name -> closed.add(name + " " + pattern));
                }));
        assertThat(closed)
                .allMatch(route -> route.equals("POST /api/v1/mail-returns")
                        || route.contains("/api/v1/me/tokens")
                        || route.contains("/api/v1/me/password")
                        || route.contains("/api/v1/me/sessions")
                        || route.contains("/api/v1/me/proof")
                        || route.endsWith("/factors")
                        || route.contains("/api/v1/me/factors")
                        || route.contains("/api/v1/me/address")
                        || route.contains("/api/v1/me/certificates")
                        || route.contains("/api/v1/support/"));
    }

    @Test
    void everyCallSaysWhatIsLeftAndOneTooManyIsRefusedUntilTheMinuteIsOver() {
        var fresh = tokens.create(owner, "a", List.of("account:read"), 1);
        Visitor program = visitors.withToken(fresh.clear());
        var first = program.get("/api/v1/me");
        assertThat(header(first, "RateLimit-Limit")).isEqualTo("" + settings.tokenRequestsPerMinute());
        assertThat(header(first, "RateLimit-Remaining")).isEqualTo("" + (settings.tokenRequestsPerMinute() - 1));
        assertThat(Integer.parseInt(header(first, "RateLimit-Reset"))).isBetween(1, 60);
        HttpResponse<String> over = first;
        // what this node has taken may still be used, and a new minute may begin in between
        for (int call = 0; call < settings.tokenRequestsPerMinute() / 10 && over.statusCode() == 200; call++) {
            jdbc.sql("update api_token_window set used = 1000000 where token = :id")
                    .param("id", fresh.token().id())
                    .update();
            over = program.get("/api/v1/me");
        }
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(header(over, "RateLimit-Remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(header(over, "Retry-After"))).isBetween(1, 60);
        assertThat(over.body()).contains("urn:pli:problem:directory.token-rate");
    }

    @Test
    void aRepeatedCreationGetsTheFirstAnswerAndHasOneEffect() {
        Visitor program = program("directory:write", "directory:read");
        String name = "Société " + UUID.randomUUID();
        var first = create(program, name, "cle-1");
        var again = create(program, name, "cle-1");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(count(name)).isEqualTo(1);

        var other = create(program, name + " bis", "cle-1");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("directory.idempotency-key-reused");
        assertThat(create(program, name, "x".repeat(256)).statusCode()).isEqualTo(422);

        var otherPerson = people.administrator();
        var theirs = visitors.withToken(
                tokens.create(otherPerson, "b", List.of("directory:write"), 1).clear());
        assertThat(create(theirs, name, "cle-1").statusCode())
                .as("keys belong to one person")
                .isEqualTo(409);
    }

    @Test
    void aRefusedCreationFreesItsKey() {
        Visitor program = program("directory:write");
        assertThat(create(program, "", "cle").statusCode()).isEqualTo(422);
        assertThat(create(program, "Société " + UUID.randomUUID(), "cle").statusCode())
                .isEqualTo(201);
    }

    @Test
    void aRequestUnderWayWithTheSameKeyIsAConflictAndConcurrentOnesHaveOneEffect() throws Exception {
        Visitor program = program("directory:write");
        String name = "Société " + UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<HttpResponse<String>>> calls =
                    java.util.Collections.nCopies(6, () -> create(program, name, "ensemble"));
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get().statusCode()).isIn(201, 409);
            }
        }
        assertThat(count(name)).isEqualTo(1);
        assertThat(create(program, name, "ensemble").statusCode()).isEqualTo(201);

        jdbc.sql("update idempotency set status = null where person = :person and request_key = 'ensemble'")
                .param("person", owner.id())
                .update();
        var underWay = create(program, name, "ensemble");
        assertThat(underWay.statusCode()).isEqualTo(409);
        assertThat(underWay.body()).contains("directory.idempotency-under-way");
    }

    private static HttpResponse<String> create(Visitor program, String name, String key) {
        return program.call(
                "POST",
                "/api/v1/organisations",
                Map.of("Content-Type", "application/json", "Idempotency-Key", key),
                BodyPublishers.ofString("{\"name\":\"" + name + "\",\"kind\":\"BODY\"}"));
    }

    private int count(String name) {
        return jdbc.sql("select count(*) from organisation where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private Visitor program(String... scopes) {
        return visitors.withToken(
                tokens.create(owner, "test", List.of(scopes), 1).clear());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
