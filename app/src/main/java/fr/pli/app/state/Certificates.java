package fr.pli.app.state;

import fr.pli.exchange.platform.WebSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The certificates of the main door, as its file holds them now: the server's first, then its authorities. */
@Component
class Certificates {

    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final TlsSettings tls;
    private final WebSettings web;

    Certificates(TlsSettings tls, WebSettings web) {
        this.tls = tls;
        this.web = web;
    }

    /** Empty when a proxy speaks HTTPS instead, or when the file cannot be read. */
    List<PlatformState.Certificate> all() {
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
