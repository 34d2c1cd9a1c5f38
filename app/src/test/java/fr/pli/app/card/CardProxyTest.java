package fr.pli.app.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.TestCards;
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
import fr.pli.exchange.testing.TestAuthority.Card;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The card door behind a real HAProxy with the shipped configuration (C-1, RFC 9440). */
@AppTest
@Tag("C-1")
class CardProxyTest {

    private static final Path SHIPPED = Path.of("../ops/proxy/haproxy-card.cfg");

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

    @Test
    void theProxysHeaderSignsInAndAForgedOneDoesNot() throws Exception {
        Person clerk = people.clerk();
        Card card = CardHolder.card(clerk.name());
        cards.give(clerk, card.certificate());
        int port = freePort();
        Process haproxy = start(port);
        try {
            Eventually.until("HAProxy listens", () -> listens(port));
            Visitor browser = visitors.anybody();
            assertThat(Visitor.location(new CardHolder(port, card).signIn(browser)))
                    .isEqualTo("/");
            assertThat(browser.get("/account").body()).contains(clerk.email());
            var nobody = new CardHolder(port, null);
            var way = "/card?for=" + CardTickets.binding("x");
            String forged =
                    ":" + Base64.getEncoder().encodeToString(card.certificate().getEncoded()) + ":";
            for (String name : List.of("Client-Cert", "client-cert", "CLIENT-CERT", "Client_Cert", "X-Client-Cert")) {
                assertThat(nobody.get(way, name, forged).body()).as(name).contains("card.absent");
            }
            Card other = CardHolder.card("Luc Arnaud");
            var page = new CardHolder(port, other).get(way, "client-cert", forged, "Client-Cert-Chain", forged);
            assertThat(page.body()).contains("Luc Arnaud").doesNotContain(clerk.name());
            TestCards.revoke(other.certificate());
            assertThat(new CardHolder(port, other).get(way).body())
                    .as("what is worth what is decided by the application")
                    .contains("card.revoked");
            var listeners = new CardListeners();
            assertThat(new ForgedHeaderProbe(settings, listeners, links)
                            .probe(URI.create("https://localhost:" + port + "/card")))
                    .isEqualTo(ForgedHeaderProbe.Outcome.REMOVED);
        } finally {
            haproxy.destroy();
            haproxy.waitFor();
        }
    }

    private Process start(int port) throws IOException {
        Path pem = folder.resolve("server-and-key.pem");
        Files.writeString(pem, Files.readString(certificate) + Files.readString(key));
        X509Certificate authority = TestCards.AUTHORITY.certificate;
        Path authorities = fr.pli.exchange.testing.TestAuthority.pem(folder.resolve("authorities.pem"), authority);
        String configuration = Files.readString(SHIPPED);
        for (Map.Entry<String, String> place : Map.of(
                        "bind :8444",
                        "bind 127.0.0.1:" + port,
                        "/etc/pli/server-and-key.pem",
                        pem.toString(),
                        "/etc/pli/card-authorities.pem",
                        authorities.toString(),
                        "127.0.0.1:8448",
                        "127.0.0.1:" + settings.proxyPort())
                .entrySet()) {
            assertThat(configuration).contains(place.getKey());
            configuration = configuration.replace(place.getKey(), place.getValue());
        }
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), configuration);
        return new ProcessBuilder("/usr/sbin/haproxy", "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
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
