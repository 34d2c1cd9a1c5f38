package fr.pli.app.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.TestCards;
import fr.pli.app.TestTls;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.certificate.CardFixtures;
import fr.pli.exchange.certificate.CardLinks;
import fr.pli.exchange.certificate.CardListeners;
import fr.pli.exchange.certificate.CardSettings;
import fr.pli.exchange.certificate.CardTickets;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority.Card;
import fr.pli.exchange.testing.TestClock;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

/** The card door only signs in, and only who means it (C-1, C-2). */
@AppTest
@Tag("C-1")
class CardDoorTest {

    private static final List<String> SPELLINGS = List.of(
            "Client-Cert",
            "client-cert",
            "CLIENT-CERT",
            "Client_Cert",
            "X-Client-Cert",
            "X-SSL-Client-Cert",
            "SSL_CLIENT_CERT",
            "SSL-Client-Cert",
            "X-Forwarded-Client-Cert",
            "X-ARR-ClientCert",
            "X-Forwarded-Tls-Client-Cert",
            "jakarta.servlet.request.X509Certificate");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    CardFixtures cards;

    @Autowired
    CardListeners listeners;

    @Autowired
    CardSettings settings;

    @Autowired
    CardLinks links;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Value("${pli.card.proxy-port}")
    int proxyPort;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    @Tag("C-2")
    void aKnownCertificateSignsItsAccountInByTheButtonOfThePage() {
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        cards.give(clerk, card.certificate());
        Visitor browser = visitors.anybody();
        CardHolder holder = holder(card);
        var led = browser.get("/sign-in?as=certificate");
        assertThat(Visitor.location(led)).isEqualTo("/sign-in/card");
        var lead = browser.get("/sign-in/card?next=/account");
        assertThat(lead.headers().firstValue("Location").orElseThrow()).startsWith("https://carte.pli.test/card?for=");
        assertThat(lead.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("__Host-pli-card="))
                .as("no other site sends it, no script reads it")
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("SameSite=Strict", "HttpOnly", "Secure"));
        var page = holder.get(Visitor.location(lead));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(clerk.name()).containsOnlyOnce("<button");
        assertThat(Visitor.location(browser.get("/account")))
                .as("the page signs nobody in")
                .startsWith("/sign-in");
        var ticket = holder.pressAt(Visitor.location(lead));
        assertThat(ticket.body()).contains("action=\"https://pli.test/sign-in/card/enter\"");
        var entered = CardHolder.hand(browser, ticket);
        assertThat(Visitor.location(entered)).isEqualTo("/account");
        assertThat(browser.get("/account").body()).contains(clerk.email());
        assertThat(jdbc.sql("select count(*) from event where kind = 'session.opened' and actor = ? and details like ?")
                        .params(clerk.id(), "%\"certificate\"%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aTicketWorksOnceWithinAMinuteInItsOwnBrowser() {
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        cards.give(clerk, card.certificate());
        CardHolder holder = holder(card);
        Visitor browser = visitors.anybody();
        var ticket = holder.press(browser);
        Visitor thief = visitors.anybody();
        thief.get("/sign-in/card");
        assertThat(CardHolder.hand(thief, ticket).statusCode())
                .as("another browser")
                .isEqualTo(403);
        assertThat(CardHolder.hand(visitors.anybody(), ticket).statusCode())
                .as("a browser without nonce")
                .isEqualTo(403);
        assertThat(CardHolder.hand(browser, ticket).statusCode()).isEqualTo(302);
        browser.signOut();
        assertThat(CardHolder.hand(browser, ticket).statusCode())
                .as("a second time")
                .isEqualTo(403);
        Visitor late = visitors.anybody();
        var slow = holder.press(late);
        clock.advance(Duration.ofSeconds(60));
        assertThat(CardHolder.hand(late, slow).statusCode())
                .as("after a minute")
                .isEqualTo(403);
        clock.reset();
        for (Visitor visitor : List.of(thief, late)) {
            assertThat(Visitor.location(visitor.get("/account"))).startsWith("/sign-in");
        }
        for (String made : List.of("", "x", "A".repeat(43))) {
            late.get("/sign-in/card");
            assertThat(late.postForm("/sign-in/card/enter", "ticket=" + made).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void nobodyIsSignedInByAForeignPage() {
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        cards.give(clerk, card.certificate());
        CardHolder victim = holder(card);
        Visitor attacker = visitors.anybody();
        String own = Visitor.location(attacker.get("/sign-in/card"));
        String binding = own.substring(own.indexOf("for=") + 4);
        var crossSite = victim.post("/card", Map.of("for", binding), "Sec-Fetch-Site", "cross-site");
        assertThat(crossSite.statusCode()).isEqualTo(403);
        assertThat(crossSite.body()).contains("card.foreign-form").doesNotContain("name=\"ticket\"");
        Visitor browser = visitors.anybody();
        browser.get("/sign-in/card");
        var posted = victim.post("/card", Map.of("for", binding, "next", ""));
        assertThat(CardHolder.hand(browser, posted).statusCode())
                .as("bound to the attacker's browser, it opens nothing in the victim's")
                .isEqualTo(403);
        assertThat(victim.post("/card", Map.of("for", "")).statusCode()).isEqualTo(403);
    }

    @Test
    void theCardDoorHasNoOtherPageAndSetsNoCookie() {
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        cards.give(clerk, card.certificate());
        CardHolder holder = holder(card);
        Visitor signedIn = visitors.signedIn(clerk);
        for (String path : List.of(
                "/account",
                "/messages",
                "/sign-in",
                "/sign-in/card",
                "/forgotten",
                "/api/v1/me",
                "/api/v1/openapi",
                "/caught",
                "/help",
                "/refused",
                "/new-card",
                "/card/x",
                "/actuator/health")) {
            var answer = holder.get(path, "Cookie", signedIn.cookieHeader());
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.body()).as(path).doesNotContain(clerk.email());
        }
        assertThat(holder.post("/sign-in", Map.of("email", clerk.email(), "password", People.PASSWORD))
                        .statusCode())
                .isEqualTo(404);
        var root = holder.get("/");
        assertThat(root.headers().firstValue("Location")).contains("https://pli.test/sign-in/card");
        var page = holder.get("/card?for=" + CardTickets.binding("x"));
        var ticket = holder.post("/card", Map.of("for", CardTickets.binding("x")));
        for (HttpResponse<String> answer : List.of(root, page, ticket)) {
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("form-action 'self' https://pli.test;");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
        assertThat(visitors.anybody()
                        .get("/")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("form-action 'self' https://carte.pli.test;");
        assertThat(visitors.signedIn(clerk).get("/card").statusCode())
                .as("not at the main door")
                .isEqualTo(404);
    }

    @Test
    void signingOutWithACardReallySignsOut() {
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        cards.give(clerk, card.certificate());
        CardHolder holder = holder(card);
        Visitor browser = visitors.anybody();
        holder.signIn(browser);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        browser.signOut();
        assertThat(Visitor.location(browser.get("/account"))).startsWith("/sign-in");
        var lead = browser.get("/sign-in/card");
        assertThat(holder.get(Visitor.location(lead)).statusCode())
                .as("the browser shows the card again by itself")
                .isEqualTo(200);
        assertThat(Visitor.location(browser.get("/account"))).startsWith("/sign-in");
    }

    @Test
    void aCardRevokedSinceIsRefusedAlsoOnAnOpenConnection() {
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        cards.give(clerk, card.certificate());
        CardHolder holder = holder(card);
        Visitor browser = visitors.anybody();
        assertThat(holder.signIn(browser).statusCode()).isEqualTo(302);
        Visitor other = visitors.anybody();
        String way = Visitor.location(other.get("/sign-in/card"));
        var page = holder.get(way);
        TestCards.revoke(card.certificate());
        var answer = holder.post("/card", Map.of("for", CardHolder.field(page, "for")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("card.revoked").doesNotContain("name=\"ticket\"");
        assertThat(holder(card).get(way).body()).contains("card.revoked");
    }

    @Test
    void noTlsSessionIsResumedAtTheCardDoor() throws Exception {
        SSLContext client = TestTls.trusting(CardHolder.keys(CardHolder.card("Claire Morel")));
        int main = visitors.address().getPort();
        assertThat(resumes(client, main)).as("the main door does").isTrue();
        assertThat(resumes(client, listeners.handshakePort())).isFalse();
    }

    @Test
    void withoutACertificateTheDoorSaysWhatToDo() {
        var nobody = new CardHolder(listeners.handshakePort(), null);
        var page = nobody.get("/card?for=" + CardTickets.binding("x"));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("card.absent").doesNotContain("<button");
        assertThat(nobody.post("/card", Map.of("for", CardTickets.binding("x"))).body())
                .contains("card.absent");
    }

    @Test
    void aForgedHeaderIsIgnoredInEverySpellingOnEveryListener() throws Exception {
        Person clerk = people.clerk();
        Card card = CardHolder.card("Usurpée Par En-tête");
        cards.give(clerk, card.certificate());
        String structured = header(card);
        String escaped = URLEncoder.encode(
                "-----BEGIN CERTIFICATE-----\n" + encoded(card) + "\n-----END CERTIFICATE-----\n",
                StandardCharsets.UTF_8);
        var nobody = new CardHolder(listeners.handshakePort(), null);
        String way = "/card?for=" + CardTickets.binding("x");
        for (String name : SPELLINGS) {
            for (String value : List.of(structured, escaped, encoded(card), "Cert=\"" + escaped + "\"")) {
                assertThat(nobody.get(way, name, value).body()).as(name).contains("card.absent");
                assertThat(nobody.post("/card", Map.of("for", CardTickets.binding("x")), name, value)
                                .body())
                        .as(name)
                        .contains("card.absent");
                Visitor visitor = visitors.anybody();
                assertThat(visitor.call("GET", "/account", Map.of(name, value), HttpRequest.BodyPublishers.noBody())
                                .statusCode())
                        .as(name)
                        .isEqualTo(302);
                if (!name.equalsIgnoreCase("Client-Cert") || !value.equals(structured)) {
                    assertThat(proxied(way, name, value).body())
                            .as("proxy " + name)
                            .doesNotContain("Usurpée");
                }
            }
        }
    }

    @Test
    void theHeaderOfTheProxyIsReadOnItsOwnListenerOnly() throws Exception {
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        cards.give(clerk, card.certificate());
        Visitor browser = visitors.anybody();
        String way = Visitor.location(browser.get("/sign-in/card"));
        var page = proxied(way, "Client-Cert", header(card));
        assertThat(page.body()).contains(clerk.name());
        String binding = CardHolder.field(page, "for");
        var ticket = proxy(HttpRequest.newBuilder(proxyAddress("/card"))
                .header("Client-Cert", header(card))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("for=" + binding)));
        assertThat(CardHolder.hand(browser, ticket).statusCode()).isEqualTo(302);
        var twice = proxy(HttpRequest.newBuilder(proxyAddress(way))
                .header("Client-Cert", header(card))
                .header("Client-Cert", header(CardHolder.card("Autre"))));
        assertThat(twice.body()).contains("card.malformed");
        for (String wrong : List.of("x", ":x:", ":" + "A".repeat(40) + ":", encoded(card))) {
            assertThat(proxied(way, "Client-Cert", wrong).body()).as(wrong).contains("card.malformed");
        }
        assertThat(proxy(HttpRequest.newBuilder(proxyAddress("/account"))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theStartFindsAProxyThatLetsAForgedHeaderThrough() {
        var fresh = new CardListeners();
        var probe = new ForgedHeaderProbe(settings, fresh, links);
        fresh.openProxy(() -> proxyPort);
        var request = new MockHttpServletRequest();
        request.setLocalPort(proxyPort);
        assertThat(probe.probe(URI.create("https://localhost:" + listeners.handshakePort() + "/card")))
                .isEqualTo(ForgedHeaderProbe.Outcome.REMOVED);
        assertThat(probe.probe(
                        URI.create("https://localhost:" + visitors.address().getPort() + "/help")))
                .isEqualTo(ForgedHeaderProbe.Outcome.UNREACHED);
        assertThat(fresh.of(request)).isEqualTo(CardListeners.Kind.PROXY);
        assertThat(probe.probe(proxyAddress("/card")))
                .as("as through a proxy that removes nothing")
                .isEqualTo(ForgedHeaderProbe.Outcome.PASSED);
        assertThat(fresh.of(request)).as("no header is believed any more").isEqualTo(CardListeners.Kind.OTHER);
    }

    @Test
    void theHostOfARequestChangesNothing() throws Exception {
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        cards.give(clerk, card.certificate());
        SSLContext client = TestTls.trusting(CardHolder.keys(card));
        try (var socket = client.getSocketFactory().createSocket("localhost", listeners.handshakePort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET /card?for=" + CardTickets.binding("x")
                                    + " HTTP/1.1\r\nHost: ailleurs.example\r\nX-Forwarded-Host: ailleurs.example\r\n"
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 200")
                    .contains(clerk.name())
                    .contains("https://pli.test/")
                    .doesNotContain("ailleurs");
        }
    }

    @Test
    void neitherTheNameOfTheHandshakeNorTheHostDecidesWhichDoorAnswers() throws Exception {
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        cards.give(clerk, card.certificate());
        SSLContext client = TestTls.trusting(CardHolder.keys(card));
        List<String> names = List.of("pli.test", "carte.pli.test", "ailleurs.example");
        int main = visitors.address().getPort();
        for (String handshake : names) {
            for (String host : names) {
                String said = handshake + " / " + host;
                assertThat(answer(client, listeners.handshakePort(), handshake, host, "/card?for=x"))
                        .as(said)
                        .startsWith("HTTP/1.1 200")
                        .contains(clerk.name())
                        .doesNotContain("ailleurs");
                assertThat(answer(client, listeners.handshakePort(), handshake, host, "/account"))
                        .as(said)
                        .startsWith("HTTP/1.1 404");
                assertThat(answer(client, main, handshake, host, "/card?for=x"))
                        .as("the main door, " + said)
                        .startsWith("HTTP/1.1 302")
                        .doesNotContain(clerk.name());
            }
        }
    }

    private static String answer(SSLContext client, int port, String handshake, String host, String path)
            throws IOException {
        try (var socket = (SSLSocket) client.getSocketFactory().createSocket("localhost", port)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(handshake)));
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @Tag("A-2")
    void whoseProfileHasNoCardDoorOrIsNotActiveStaysOutside() {
        Person partner = people.partner();
        Card card = CardHolder.card(partner.name());
        cards.give(partner, card.certificate());
        Visitor browser = visitors.anybody();
        assertThat(holder(card).signIn(browser).statusCode()).isEqualTo(403);
        Person clerk = people.clerk();
        Card staff = CardHolder.card(clerk.name());
        cards.give(clerk, staff.certificate());
        people.suspend(clerk);
        assertThat(holder(staff).signIn(browser).statusCode()).isEqualTo(403);
        assertThat(Visitor.location(browser.get("/account"))).startsWith("/sign-in");
        people.reactivate(clerk);
        assertThat(holder(staff).signIn(browser).statusCode()).isEqualTo(302);
    }

    @Test
    void twoCertificatesOfOnePersonBothSignInAndANumberUsedTwiceDoesNot() {
        Person clerk = people.clerk();
        Card former = CardHolder.card(clerk.name());
        Card renewed = TestCards.AUTHORITY.card(clerk.name()).withKeysOf(former).issue();
        cards.give(clerk, former.certificate());
        cards.give(clerk, renewed.certificate());
        assertThat(holder(former).signIn(visitors.anybody()).statusCode()).isEqualTo(302);
        assertThat(holder(renewed).signIn(visitors.anybody()).statusCode()).isEqualTo(302);
        BigInteger number = former.certificate().getSerialNumber();
        Card twin = TestCards.AUTHORITY.card(clerk.name()).numbered(number).issue();
        var answer = holder(twin).press(visitors.anybody());
        assertThat(answer.body()).contains("card.differs").doesNotContain("name=\"ticket\"");
        Card namesake = CardHolder.card(clerk.name());
        Visitor stranger = visitors.anybody();
        assertThat(Visitor.location(holder(namesake).signIn(stranger)))
                .as("the same name is nobody's account")
                .isEqualTo("/new-card");
        assertThat(Visitor.location(stranger.get("/account"))).startsWith("/sign-in");
    }

    private CardHolder holder(Card card) {
        return new CardHolder(listeners.handshakePort(), card);
    }

    /** Whether a second connection goes on with the session of the first. */
    private static boolean resumes(SSLContext client, int port) throws IOException {
        long first = opened(client, port);
        long later = opened(client, port);
        return first == later;
    }

    private static long opened(SSLContext client, int port) throws IOException {
        try (var socket = (SSLSocket) client.getSocketFactory().createSocket("localhost", port)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.3"});
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("GET /assets/seal.svg HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
            return socket.getSession().getCreationTime();
        }
    }

    private URI proxyAddress(String path) {
        return URI.create("http://127.0.0.1:" + proxyPort + path);
    }

    private HttpResponse<String> proxied(String path, String name, String value) throws Exception {
        return proxy(HttpRequest.newBuilder(proxyAddress(path)).header(name, value));
    }

    private static HttpResponse<String> proxy(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static String header(Card card) {
        return ":" + encoded(card) + ":";
    }

    private static String encoded(Card card) {
        try {
            return Base64.getEncoder().encodeToString(card.certificate().getEncoded());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
