package fr.pli.app.card;

import fr.pli.app.TestCards;
import fr.pli.app.TestTls;
import fr.pli.app.Visitor;
import fr.pli.exchange.testing.TestAuthority.Card;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Somebody with a card at the card door: a client without cookies, as the door has none. */
final class CardHolder {

    private static final Pattern FIELD = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final char[] SECRET = "secret".toCharArray();

    private final URI door;
    private final HttpClient client;

    /** @param card null for a browser without any */
    CardHolder(int port, Card card) {
        door = URI.create("https://localhost:" + port);
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(TestTls.trusting(card == null ? null : keys(card)))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Goes from the main door to the button of the card door. @return the ticket's page */
    HttpResponse<String> press(Visitor browser) {
        return pressAt(Visitor.location(browser.get("/sign-in/card")));
    }

    HttpResponse<String> pressAt(String path) {
        var page = get(path);
        return post("/card", Map.of("for", field(page, "for"), "next", field(page, "next")));
    }

    /** The whole way of somebody who signs in. @return what the main door answers to the ticket */
    HttpResponse<String> signIn(Visitor browser) {
        return hand(browser, press(browser));
    }

    /** Posts the ticket of the page to the main door, without any token of forms, as the page does. */
    static HttpResponse<String> hand(Visitor browser, HttpResponse<String> page) {
        return browser.postForm(
                "/sign-in/card/enter",
                "ticket=" + field(page, "ticket") + "&next="
                        + URLEncoder.encode(field(page, "next"), StandardCharsets.UTF_8));
    }

    static String field(HttpResponse<String> page, String name) {
        Matcher fields = FIELD.matcher(page.body());
        while (fields.find()) {
            if (fields.group(1).equals(name)) {
                return fields.group(2);
            }
        }
        throw new AssertionError("no field " + name + " in " + page.statusCode() + " " + page.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(door.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    static KeyManager[] keys(Card card) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "card", card.keys().getPrivate(), SECRET, card.chain().toArray(X509Certificate[]::new));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, SECRET);
            return keys.getKeyManagers();
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static Card card(String name) {
        return TestCards.AUTHORITY.card(name).issue();
    }
}
