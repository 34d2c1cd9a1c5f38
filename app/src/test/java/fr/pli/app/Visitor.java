package fr.pli.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody at the door: a browser with its cookies, or a program with its token. Redirects are not followed, so that
 * tests see them. Forms and calls that change something carry the token that the pages give.
 */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");

    private final URI server;
    private final String token;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private String formToken;

    Visitor(URI server, String token) {
        this.server = server;
        this.token = token;
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .sslContext(TestTls.trusting())
                .followRedirects(HttpClient.Redirect.NEVER);
        this.client = (token == null ? builder.cookieHandler(cookies) : builder).build();
    }

    /** Signs in and insists that it worked. */
    public void signIn(String email, String password) {
        var answer = trySignIn(email, password);
        if (answer.statusCode() != 302) {
            throw new AssertionError("not signed in: " + answer.statusCode() + " " + answer.body());
        }
    }

    public HttpResponse<String> trySignIn(String email, String password) {
        var answer = post("/sign-in", Map.of("email", email, "password", password));
        formToken = null;
        return answer;
    }

    public HttpResponse<String> get(String path) {
        var answer = send(request(path).GET());
        remember(answer.body());
        return answer;
    }

    /** GET, then wherever redirects lead on this server. */
    public HttpResponse<String> follow(String path) {
        var answer = get(path);
        for (int hop = 0; hop < 5 && answer.statusCode() / 100 == 3; hop++) {
            answer = get(location(answer));
        }
        return answer;
    }

    /** The path an answer redirects to. */
    public static String location(HttpResponse<?> answer) {
        URI to = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
    }

    /** « Déconnexion »; the next form has a token of its own. */
    public HttpResponse<String> signOut() {
        var answer = post("/sign-out", Map.of());
        formToken = null;
        return answer;
    }

    /** Posts a form with its token, as a page does. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return postForm(path, encoded(fields) + (fields.isEmpty() ? "" : "&") + "_csrf=" + encode(formToken()));
    }

    /** Posts exactly this form body. */
    public HttpResponse<String> postForm(String path, String body) {
        var answer = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        remember(answer.body());
        return answer;
    }

    /** A call of the programming interface. @param json null for no body */
    public HttpResponse<String> call(String method, String path, String json) {
        return json == null
                ? call(method, path, Map.of(), BodyPublishers.noBody())
                : call(method, path, Map.of("Content-Type", "application/json"), BodyPublishers.ofString(json));
    }

    /** Any request with headers and body; with the form token where something may change. */
    public HttpResponse<String> call(String method, String path, Map<String, String> headers, BodyPublisher body) {
        return send(builder(method, path, headers, body));
    }

    /** Any request, its answer as bytes or a stream. */
    public <T> HttpResponse<T> call(
            String method,
            String path,
            Map<String, String> headers,
            BodyPublisher body,
            HttpResponse.BodyHandler<T> handler) {
        return exchange(builder(method, path, headers, body), handler);
    }

    /** A request on its way, to be changed further and sent with {@link #client()}. */
    public HttpRequest.Builder builder(String method, String path, Map<String, String> headers, BodyPublisher body) {
        var request = request(path);
        headers.forEach(request::setHeader);
        if (token == null && !List.of("GET", "HEAD", "OPTIONS").contains(method)) {
            request.setHeader("X-CSRF-TOKEN", formToken());
        }
        return request.method(method, body);
    }

    public HttpClient client() {
        return client;
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** The {@code Cookie} header this browser sends, for clients that are not this one. */
    public String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public void setCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setDomain("localhost.local");
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setVersion(0);
        cookies.getCookieStore().add(server, cookie);
    }

    public void forgetCookies() {
        cookies.getCookieStore().removeAll();
        formToken = null;
    }

    /** The token of forms, from the last page seen, else from one that is open to everybody. */
    public String formToken() {
        if (formToken == null) {
            remember(send(request("/accessibility").GET()).body());
        }
        if (formToken == null) {
            throw new AssertionError("no page gave a form token");
        }
        return formToken;
    }

    private void remember(String page) {
        Matcher found = CSRF.matcher(page);
        if (found.find()) {
            formToken = found.group(1);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return exchange(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            HttpResponse<T> answer = client.send(request.build(), handler);
            SaidProblems.check(answer);
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
