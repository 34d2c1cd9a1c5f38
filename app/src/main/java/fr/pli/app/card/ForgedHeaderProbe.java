package fr.pli.app.card;

import fr.pli.exchange.certificate.CardLinks;
import fr.pli.exchange.certificate.CardListeners;
import fr.pli.exchange.certificate.CardSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * At each start, where a proxy's header is believed, sends a forged one through the public card door, as a stranger would
 * (DESIGN, security). If the door takes it for a certificate, the proxy does not remove what clients send: from then on
 * no header is believed on this node.
 */
@Component
@Conditional(WithCards.class)
class ForgedHeaderProbe {

    private static final Logger LOG = LoggerFactory.getLogger(ForgedHeaderProbe.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String FORGED = "/card/forged.der";
    private static final String ABSENT = "data-code=\"card.absent\"";
    private static final String ANY_CODE = "data-code=\"card.";

    private final CardSettings settings;
    private final CardListeners listeners;
    private final CardLinks links;

    ForgedHeaderProbe(CardSettings settings, CardListeners listeners, CardLinks links) {
        this.settings = settings;
        this.listeners = listeners;
        this.links = links;
    }

    /** The proxy may be slower to start than this: the answer is waited for beside the start, not before it. */
    @EventListener(ApplicationReadyEvent.class)
    void probe() {
        if (settings.proxyPort() > 0) {
            Thread.ofVirtual().name("forged-header-probe").start(() -> probe(URI.create(links.card() + "/card")));
        }
    }

    Outcome probe(URI door) {
        Outcome outcome = asked(door);
        switch (outcome) {
            case REMOVED -> LOG.info("A forged certificate header does not pass {}", door);
            case PASSED -> {
                listeners.distrustProxy();
                LOG.error(
                        "A forged certificate header passes {}: the proxy must remove Client-Cert and Client-Cert-Chain"
                                + " from every request. Signing in by card through it is off until the next start.",
                        door);
            }
            case UNREACHED ->
                LOG.warn("{} could not be reached to try a forged certificate header: try it yourself", door);
        }
        return outcome;
    }

    private static Outcome asked(URI door) {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(unchecked())
                .build()) {
            String header = ":" + Base64.getEncoder().encodeToString(forged()) + ":";
            HttpRequest request = HttpRequest.newBuilder(door)
                    .timeout(PATIENCE)
                    .header("Client-Cert", header)
                    .GET()
                    .build();
            String page = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
            if (page.contains(ABSENT)) {
                return Outcome.REMOVED;
            }
            return page.contains(ANY_CODE) ? Outcome.PASSED : Outcome.UNREACHED;
        } catch (IOException | GeneralSecurityException unreachable) {
            return Outcome.UNREACHED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Outcome.UNREACHED;
        }
    }

    private static byte[] forged() throws IOException {
        try (InputStream in = Objects.requireNonNull(ForgedHeaderProbe.class.getResourceAsStream(FORGED), FORGED)) {
            return in.readAllBytes();
        }
    }

    /** Nothing secret is sent and nothing received is believed: whose certificate the door has does not matter here. */
    private static SSLContext unchecked() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new AnyServer()}, null);
        return context;
    }

    /** What became of the forged header. */
    enum Outcome {
        REMOVED,
        PASSED,
        UNREACHED
    }

    private static final class AnyServer extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authentication, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authentication, Socket socket) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authentication) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authentication, SSLEngine engine) {
            // any
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authentication, Socket socket) {
            // any
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authentication) {
            // any
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
