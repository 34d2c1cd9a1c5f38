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
import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority;
import fr.pli.exchange.testing.TestAuthority.Card;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The card door behind a real nginx with njs and the shipped configuration (C-1, RFC 9440). */
@AppTest
@Tag("C-1")
class CardNginxTest {

    private static final Path SHIPPED = Path.of("../ops/proxy");

    @TempDir
    Path folder;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    CardFixtures cards;

    @Autowired
    CardSettings settings;

    @Autowired
    CardLinks links;

    @Value("${pli.tls.certificate}")
    Path certificate;

    @Value("${pli.tls.key}")
    Path key;

    private final String way = "/card?for=" + CardTickets.binding("x");
    private Person clerk;
    private Card card;
    private String forged;
    private int port;
    private Process nginx;

    @BeforeEach
    void somebodyHasACard() throws Exception {
        clerk = people.clerk();
        card = CardHolder.card(clerk.name());
        cards.give(clerk, card.certificate());
        forged = ":" + Base64.getEncoder().encodeToString(card.certificate().getEncoded()) + ":";
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    @Test
    void theProxysHeaderSignsIn() throws Exception {
        start(UnaryOperator.identity());
        Visitor browser = visitors.anybody();
        assertThat(Visitor.location(new CardHolder(port, card).signIn(browser))).isEqualTo("/");
        assertThat(browser.get("/account").body()).contains(clerk.email());
        assertThat(new CardHolder(port, null).get(way).body()).contains("card.absent");
    }

    @Test
    void whatACardIsWorthIsDecidedByTheApplication() throws Exception {
        start(UnaryOperator.identity());
        Card revoked = CardHolder.card("Luc Arnaud");
        assertThat(new CardHolder(port, revoked).get(way).body()).contains("Luc Arnaud");
        TestCards.revoke(revoked.certificate());
        assertThat(new CardHolder(port, revoked).get(way).body()).contains("card.revoked");
        Instant now = Instant.now();
        Card over = TestCards.AUTHORITY
                .card("Luc Arnaud")
                .valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)))
                .issue();
        var holder = new CardHolder(port, over);
        assertThat(holder.get(way).body())
                .as("nginx knows that it is over, and leaves it to the page to say so")
                .contains("card.expired");
        assertThat(holder.post("/card", Map.of("for", CardTickets.binding("x"), "next", ""))
                        .body())
                .contains("card.expired");
    }

    @Test
    void aForgedHeaderIsRemovedInEverySpelling() throws Exception {
        start(UnaryOperator.identity());
        var nobody = new CardHolder(port, null);
        var other = new CardHolder(port, CardHolder.card("Luc Arnaud"));
        for (String name : new String[] {"Client-Cert", "client-cert", "CLIENT-CERT", "Client_Cert", "X-Client-Cert"}) {
            assertThat(nobody.get(way, name, forged).body()).as(name).contains("card.absent");
            assertThat(other.get(way, name, forged).body())
                    .as(name)
                    .contains("Luc Arnaud")
                    .doesNotContain(clerk.name());
        }
        assertThat(other.get(way, "client-cert-chain", "passed on, this is refused as malformed")
                        .body())
                .contains("Luc Arnaud");
        assertThat(probed()).isEqualTo(ForgedHeaderProbe.Outcome.REMOVED);
    }

    /** What no library sends: written on the wire by hand. */
    @Test
    void aForgedHeaderWrittenAgainstTheRulesSignsNobodyIn() throws Exception {
        start(UnaryOperator.identity());
        for (String lines : new String[] {
            "Client-Cert: #\r\nclient-cert: #\r\n",
            "Client-Cert : #\r\n",
            " Client-Cert: #\r\n",
            "Accept: text/html\r\n Client-Cert: #\r\n",
            "Client-Cert:\r\n #\r\n",
            "Client-Cert:\t#\r\n",
            "Accept: text/html\nClient-Cert: #\r\n",
            "Accept: text/html\rClient-Cert: #\r\n",
            "Client\0-Cert: #\r\n",
            "Client.Cert: #\r\n",
            "Client%2DCert: #\r\n",
            "Connection: Client-Cert\r\nClient-Cert: #\r\n"
        }) {
            String answer = spoken("GET " + way + " HTTP/1.1\r\nHost: localhost\r\n" + lines.replace("#", forged)
                    + "Connection: close\r\n\r\n");
            assertThat(answer).as(lines).doesNotContain(clerk.name());
            assertThat(answer.contains("card.absent") || answer.startsWith("HTTP/1.1 400"))
                    .as(lines + answer)
                    .isTrue();
        }
    }

    @Test
    void aForgedHeaderAfterTheBodySignsNobodyIn() throws Exception {
        start(UnaryOperator.identity());
        String answer = spoken("POST /card HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                + "Trailer: Client-Cert\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n"
                + "5\r\nfor=x\r\n0\r\nClient-Cert: " + forged + "\r\n\r\n");
        assertThat(answer).contains("card.absent").doesNotContain(clerk.name());
    }

    /** Without it the tests above would show nothing. */
    @Test
    void theLineThatSetsTheHeaderIsWhatRemovesTheForgedOne() throws Exception {
        start(configuration -> configuration.replace("proxy_set_header Client-Cert $pli_client_cert;", ""));
        assertThat(new CardHolder(port, null).get(way, "client-cert", forged).body())
                .contains(clerk.name());
        assertThat(probed()).isEqualTo(ForgedHeaderProbe.Outcome.PASSED);
    }

    private ForgedHeaderProbe.Outcome probed() {
        return new ForgedHeaderProbe(settings, new CardListeners(), links)
                .probe(URI.create("https://localhost:" + port + "/card"));
    }

    private String spoken(String request) throws IOException {
        try (Socket socket = TestTls.trusting().getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** One process, as whoever runs the tests; the shipped file inside what Debian's own nginx.conf puts around it. */
    private void start(UnaryOperator<String> changed) throws IOException {
        port = freePort();
        String configuration = changed.apply(placed(Files.readString(SHIPPED.resolve("nginx-card.conf"))));
        Files.writeString(folder.resolve("pli-card.conf"), configuration);
        Path around = Files.writeString(folder.resolve("nginx.conf"), """
                load_module /usr/lib/nginx/modules/ngx_http_js_module.so;
                daemon off;
                master_process off;
                pid nginx.pid;
                error_log error.log;
                events {}
                http {
                  access_log off;
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                  include pli-card.conf;
                }
                """);
        nginx = new ProcessBuilder(
                        "/usr/sbin/nginx", "-p", folder.toString(), "-e", "error.log", "-c", around.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        Eventually.until("nginx listens", () -> listens(port));
    }

    private String placed(String configuration) {
        String placed = configuration;
        for (Map.Entry<String, String> place : Map.of(
                        "listen 8444",
                        "listen 127.0.0.1:" + port,
                        "/etc/pli/server.pem",
                        certificate.toString(),
                        "/etc/pli/server.key",
                        key.toString(),
                        "/etc/pli/card-authorities.pem",
                        TestAuthority.pem(folder.resolve("authorities.pem"), TestCards.AUTHORITY.certificate)
                                .toString(),
                        "/etc/pli/nginx-card.js",
                        SHIPPED.resolve("nginx-card.js")
                                .toAbsolutePath()
                                .normalize()
                                .toString(),
                        "127.0.0.1:8448",
                        "127.0.0.1:" + settings.proxyPort())
                .entrySet()) {
            assertThat(placed).contains(place.getKey());
            placed = placed.replace(place.getKey(), place.getValue());
        }
        return placed;
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
