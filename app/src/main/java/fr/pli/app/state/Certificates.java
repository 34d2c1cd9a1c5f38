package fr.pli.app.state;

import fr.pli.exchange.certificate.CardAuthorities;
import fr.pli.exchange.certificate.CardSettings;
import fr.pli.exchange.platform.WebSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The certificates of this installation, as their files hold them now: the server's first, then its authorities, then
 * those whose cards may sign in (C-1).
 */
@Component
class Certificates {

    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final TlsSettings tls;
    private final WebSettings web;
    private final CardSettings cards;
    private final CardAuthorities authorities;

    Certificates(TlsSettings tls, WebSettings web, CardSettings cards, CardAuthorities authorities) {
        this.tls = tls;
        this.web = web;
        this.cards = cards;
        this.authorities = authorities;
    }

    List<PlatformState.Certificate> all() {
        var all = new ArrayList<>(ofServer());
        all.addAll(ofCards());
        return all;
    }

    private List<PlatformState.Certificate> ofCards() {
        if (!cards.open()) {
            return List.of();
        }
        try {
            return authorities.trusted().stream()
                    .map(authority -> new PlatformState.Certificate(
                            "card",
                            authority.getSubjectX500Principal().getName(),
                            authority.getNotAfter().toInstant()))
                    .toList();
        } catch (IllegalStateException | UncheckedIOException unreadable) {
            LOG.warn("The authorities of cards cannot be read: {}", unreadable.toString());
            return List.of();
        }
    }

    /** Empty when a proxy speaks HTTPS instead, or when the file cannot be read. */
    private List<PlatformState.Certificate> ofServer() {
        if (!web.tls()) {
            return List.of();
        }
        try (var pem = Files.newInputStream(tls.certificate())) {
            var found = new ArrayList<PlatformState.Certificate>();
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                if (certificate instanceof X509Certificate x509) {
                    found.add(new PlatformState.Certificate(
                            found.isEmpty() ? "server" : "authority",
                            x509.getSubjectX500Principal().getName(),
                            x509.getNotAfter().toInstant()));
                }
            }
            return found;
        } catch (IOException | GeneralSecurityException unreadable) {
            LOG.warn("The server's certificate cannot be read: {}", unreadable.toString());
            return List.of();
        }
    }
}
