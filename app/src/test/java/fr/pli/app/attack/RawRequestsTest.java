package fr.pli.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that no browser makes: smuggled, with a false host, with paths and methods in disguise. */
@AppTest
@Tag("Q-6")
class RawRequestsTest {

    private static final List<String> STRICT = List.of(
            "content-security-policy",
            "strict-transport-security",
            "x-content-type-options",
            "referrer-policy",
            "x-frame-options");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Test
    void aRequestWithTwoLengthsOrTwoWaysToEndIsRefusedAndNothingBehindItIsAnswered() throws IOException {
        String behind = "GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (String doubt : List.of(
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: 5, 6\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: identity, chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: cow\r\n",
                "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n",
                "Content-Length: -5\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: 0x5\r\n",
                "Content-Length : 5\r\n")) {
            String answer = RawDoor.send(
                    visitors.address(),
                    "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n" + doubt + "\r\n0\r\n\r\n" + behind);
            assertThat(RawDoor.status(answer)).as(doubt).isIn(400, 403, 501);
            assertThat(answer.split("HTTP/1\\.1 ", -1))
                    .as("one answer to " + doubt + answer)
                    .hasSize(2);
        }
    }

    @Test
    void whatTheServerItselfRefusesHasTheStrictHeadersAndNamesNoProduct() throws IOException {
        for (String refused : List.of(
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /a%2fb HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /..%5c.. HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /../../x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "PROPFIND / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /[] HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\n folded: x\r\n\r\n",
                "\u0016\u0003\u0001 nonsense\r\n\r\n")) {
            String answer = RawDoor.send(visitors.address(), refused);
            String heads = answer.split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT);
            String body = answer.contains("\r\n\r\n") ? answer.split("\r\n\r\n", 2)[1] : "";
            String what = refused.substring(0, Math.min(60, refused.length())).strip() + " → " + heads;
            assertThat(RawDoor.status(answer)).as(what).isBetween(400, 505).isNotEqualTo(500);
            assertThat(answer).as(what).doesNotContain("Tomcat", "Apache", "Exception");
            if (!body.isEmpty()) {
                STRICT.forEach(name -> assertThat(heads).as(what).contains(name));
            }
        }
    }

    @Test
    void everyRefusalOfEveryStatusHasTheStrictHeaders() {
        var partner = visitors.signedIn(people.partner());
        strict(partner.get("/nothing/here"), 404);
        strict(partner.call("GET", "/api/v1/nothing", null), 404);
        strict(partner.call("DELETE", "/messages", null), 405);
        strict(partner.call("DELETE", "/api/v1/messages", null), 405);
        strict(
                partner.call(
                        "POST", "/api/v1/drafts", Map.of("Content-Type", "text/plain"), BodyPublishers.ofString("x")),
                0);
        strict(
                partner.call(
                        "PUT",
                        "/api/v1/me/preferences",
                        Map.of("Content-Type", "text/plain"),
                        BodyPublishers.ofString("x")),
                415);
        strict(partner.call("PUT", "/api/v1/me/preferences", "{"), 400);
        strict(partner.get("/admin/directory"), 403);
        strict(partner.call("GET", "/api/v1/me", Map.of("Accept", "image/png"), BodyPublishers.noBody()), 406);
        String boundary = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
        strict(
                visitors.signedIn(people.administrator())
                        .call(
                                "POST",
                                "/admin/directory/imports",
                                Map.of("Content-Type", "multipart/form-data; boundary=x"),
                                BodyPublishers.ofString(boundary + "a".repeat(18_000_000) + "\r\n--x--\r\n")),
                413);
        var stranger = visitors.withToken("pli_" + "a".repeat(43));
        strict(stranger.call("GET", "/api/v1/me", null), 401);
    }

    @Test
    @Tag("A-5")
    void theHostOfARequestIsInNoAddressThatTheProductWrites() throws IOException {
        var partner = people.partner();
        for (String host : List.of("evil.example", "localhost@evil.example", "localhost:443#evil.example")) {
            String redirect = RawDoor.send(
                    visitors.address(),
                    "GET /messages HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: evil.example\r\n"
                            + "Forwarded: host=evil.example\r\nX-Forwarded-Proto: http\r\nX-Original-URL: /admin\r\n"
                            + "X-Rewrite-URL: /admin\r\nConnection: close\r\n\r\n");
            assertThat(redirect).as(host).doesNotContain("evil.example");
        }
        assertThat(
                        RawDoor.send(
                                visitors.address(),
                                "GET https://evil.example/messages HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .doesNotContain("evil.example");
        var browser = visitors.anybody();
        browser.call(
                "POST",
                "/forgotten",
                Map.of(
                        "Content-Type", "application/x-www-form-urlencoded",
                        "X-Forwarded-Host", "evil.example",
                        "Forwarded", "host=evil.example"),
                BodyPublishers.ofString("email=" + Requests.encode(partner.email())));
        jobs.runTasks();
        assertThat(TestMail.links(TestMail.newest(partner.email())))
                .isNotEmpty()
                .allMatch(link -> link.startsWith("https://pli.test/"));
    }

    @Test
    void whereToGoNextIsNeverAnotherSiteNorAHeader() {
        for (String next : List.of(
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/%0d%0aX-Evil:%201",
                "/x\r\nX-Evil: 1",
                "javascript:alert(1)",
                "/..//evil.example",
                "/;@evil.example")) {
            var visitor = visitors.anybody();
            var answer = visitor.post(
                    "/sign-in", Map.of("email", people.partner().email(), "password", People.PASSWORD, "next", next));
            assertThat(answer.statusCode()).as(next).isEqualTo(302);
            assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
            String location = answer.headers().firstValue("Location").orElseThrow();
            assertThat(java.net
                            .URI
                            .create(visitors.address().toString())
                            .resolve(location)
                            .getAuthority())
                    .as(next + " → " + location)
                    .isEqualTo(visitors.address().getAuthority());
        }
    }

    @Test
    void pathsInDisguiseLeadNowhere() throws IOException {
        var partner = visitors.signedIn(people.partner());
        for (String path : List.of(
                "/assets/../admin/directory",
                "/assets/..;/admin/directory",
                "/assets/%2e%2e/admin/directory",
                "/assets/..%2fadmin/directory",
                "/assets/%252e%252e/application.yaml",
                "/assets/..%5c..%5capplication.yaml",
                "/webjars/..;/..;/application.yaml",
                "/webjars/bootstrap/5.3.8/../../../application.yaml",
                "//admin/directory",
                "/admin//directory",
                "/./admin/directory",
                "/admin;x=1/directory",
                "/admin/directory;jsessionid=1",
                "/ADMIN/directory",
                "/admin/directory/",
                "/admin/directory.json",
                "/admin%2fdirectory",
                "/%61dmin/directory",
                "/admin/directory%00",
                "/admin/directory%20",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/application.yaml",
                "/pli.yaml",
                "/.git/config",
                "/.env",
                "/actuator/env",
                "/actuator/heapdump",
                "/h2-console",
                "/phpinfo.php",
                "/assets/",
                "/webjars/")) {
            String answer = RawDoor.send(
                    visitors.address(),
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + partner.cookieHeader()
                            + "\r\nConnection: close\r\n\r\n");
            assertThat(RawDoor.status(answer)).as(path).isIn(400, 403, 404);
            assertThat(answer).as(path).doesNotContain("jdbc:", "Annuaire des personnes");
        }
    }

    @Test
    void aMethodInDisguiseIsTheMethodItIs() {
        var partner = visitors.signedIn(people.partner());
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(partner.call("GET", "/api/v1/me", Map.of(header, "DELETE"), BodyPublishers.noBody())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(partner.call("POST", "/api/v1/me/sessions", Map.of(header, "DELETE"), BodyPublishers.noBody())
                            .statusCode())
                    .isEqualTo(405);
        }
        assertThat(partner.postForm(
                                "/account/preferences?_method=DELETE",
                                "_method=DELETE&_csrf=" + Requests.encode(partner.formToken()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(partner.get("/api/v1/me").statusCode()).as("still signed in").isEqualTo(200);
    }

    private static void strict(HttpResponse<String> answer, int status) {
        String what = answer.request().method() + " " + answer.uri().getPath();
        if (status != 0) {
            assertThat(answer.statusCode()).as(what).isEqualTo(status);
        }
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        STRICT.forEach(name -> assertThat(answer.headers().allValues(name))
                .as(name + " of " + what)
                .hasSize(1));
        assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                .as(what)
                .contains("no-store");
        if (answer.uri().getPath().startsWith("/api/") && answer.statusCode() >= 400 && answer.statusCode() != 406) {
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(what)
                    .startsWith("application/problem+json");
        }
    }
}
