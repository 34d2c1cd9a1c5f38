package fr.pli.exchange.certificate;

import java.net.URI;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the certificates of a path are revoked: the responder they name is asked, then the list they name, then the
 * lists of the settings. Nobody's answer means no, unless the operator chose otherwise.
 */
@Component
class Revocation {

    private static final Logger LOG = LoggerFactory.getLogger(Revocation.class);
    private static final int ASKED = 2;

    private final Responders responders;
    private final RevocationLists lists;
    private final StatusProof proof;
    private final CardAuthorities authorities;
    private final CardSettings settings;

    Revocation(
            Responders responders,
            RevocationLists lists,
            StatusProof proof,
            CardAuthorities authorities,
            CardSettings settings) {
        this.responders = responders;
        this.lists = lists;
        this.proof = proof;
        this.authorities = authorities;
        this.settings = settings;
    }

    /** @param path from the holder's certificate to the trusted authority, which nobody revokes */
    void insist(List<X509Certificate> path, Instant now) {
        for (int at = 0; at + 1 < path.size(); at++) {
            switch (status(path.get(at), path.get(at + 1), now)) {
                case GOOD -> {
                    continue;
                }
                case REVOKED -> throw CardRefusal.REVOKED.with();
                case UNKNOWN -> {
                    if (settings.revocation() == CardSettings.Revocation.HARD) {
                        throw CardRefusal.UNCERTAIN.with();
                    }
                    LOG.warn(
                            "Nobody says whether certificate {} is revoked; it passes (pli.card.revocation)",
                            path.get(at).getSerialNumber().toString(16));
                }
            }
        }
    }

    private Status status(X509Certificate certificate, X509Certificate issuer, Instant now) {
        for (URI responder : first(Pointers.responders(certificate))) {
            Status status = responders
                    .ask(responder, certificate, issuer)
                    .map(answer -> proof.ofResponder(answer, certificate, issuer, now))
                    .orElse(Status.UNKNOWN);
            if (status != Status.UNKNOWN) {
                return status;
            }
        }
        for (URI address : first(Pointers.lists(certificate))) {
            Status status = judged(lists.at(address, issuer, now), certificate, issuer, now);
            if (status != Status.UNKNOWN) {
                return status;
            }
        }
        return authorities.lists().stream()
                .map(list -> judged(Optional.of(list), certificate, issuer, now))
                .filter(status -> status != Status.UNKNOWN)
                .findFirst()
                .orElse(Status.UNKNOWN);
    }

    private Status judged(Optional<X509CRL> list, X509Certificate certificate, X509Certificate issuer, Instant now) {
        return list.filter(found -> RevocationLists.counts(found, issuer, now))
                .map(found -> proof.ofList(found, certificate, issuer, now))
                .orElse(Status.UNKNOWN);
    }

    private static List<URI> first(List<URI> all) {
        return all.subList(0, Math.min(all.size(), ASKED));
    }

    /** What is known of a certificate. */
    enum Status {
        GOOD,
        REVOKED,
        UNKNOWN
    }
}
