package fr.pli.exchange.certificate;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The revocation lists that certificates name. One is kept in memory and fetched again after a while; when that fails it
 * is used until its own end, never longer.
 */
@Component
class RevocationLists {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);
    private static final int KEPT = 50;

    private final RevocationFetch fetch;
    private final CardSettings settings;
    private final Map<URI, Kept> kept = new ConcurrentHashMap<>();

    RevocationLists(RevocationFetch fetch, CardSettings settings) {
        this.fetch = fetch;
        this.settings = settings;
    }

    Optional<X509CRL> at(URI address, X509Certificate issuer, Instant now) {
        Kept known = kept.get(address);
        if (known != null
                && now.isBefore(known.fetched().plus(settings.listsRefresh()))
                && counts(known.list(), issuer, now)) {
            return Optional.of(known.list());
        }
        Optional<X509CRL> fresh =
                fetch.get(address).flatMap(bytes -> read(bytes, address)).filter(list -> counts(list, issuer, now));
        if (fresh.isPresent()) {
            if (kept.size() >= KEPT) {
                kept.clear();
            }
            kept.put(address, new Kept(fresh.get(), now));
            return fresh;
        }
        return Optional.ofNullable(known).map(Kept::list);
    }

    /** Whether the list is this issuer's and of now. */
    static boolean counts(X509CRL list, X509Certificate issuer, Instant now) {
        if (list.getNextUpdate() == null
                || !now.isBefore(list.getNextUpdate().toInstant())
                || now.isBefore(list.getThisUpdate().toInstant())
                || !list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }

    private static Optional<X509CRL> read(byte[] bytes, URI address) {
        try {
            return CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes))
                            instanceof X509CRL list
                    ? Optional.of(list)
                    : Optional.empty();
        } catch (CertificateException | CRLException unreadable) {
            LOG.warn("{} is no revocation list: {}", address, unreadable.getMessage());
            return Optional.empty();
        }
    }

    private record Kept(X509CRL list, Instant fetched) {}
}
