package fr.pli.exchange.certificate.web;

import fr.pli.exchange.account.CardDoor;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.certificate.CardRefusal;
import fr.pli.exchange.certificate.CertificateLinks;
import fr.pli.exchange.certificate.CertificateRows;
import fr.pli.exchange.certificate.HeldCertificate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own certificates (A-10, P-1). */
@RestController
@RequestMapping("/api/v1/me/certificates")
class CertificateApi {

    private final CertificateRows certificates;
    private final CertificateLinks links;
    private final CardDoor door;

    CertificateApi(CertificateRows certificates, CertificateLinks links, CardDoor door) {
        this.certificates = certificates;
        this.links = links;
        this.door = door;
    }

    /**
     * A certificate.
     *
     * @param serial hexadecimal
     * @param fingerprint SHA-256, hexadecimal
     * @param revokedAt when it was seen that its authority has revoked it, null while nothing is known of that
     */
    record Certificate(
            UUID id,
            String subject,
            String issuer,
            String serial,
            String fingerprint,
            Instant validFrom,
            Instant validUntil,
            @Nullable Instant attachedAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {

        static Certificate of(HeldCertificate held) {
            return new Certificate(
                    held.id(),
                    held.subject(),
                    held.issuer(),
                    held.serial(),
                    held.fingerprint(),
                    held.validFrom(),
                    held.validUntil(),
                    held.attachedAt(),
                    held.lastUsedAt(),
                    held.revokedAt());
        }
    }

    record Certificates(List<Certificate> items) {}

    @GetMapping
    Certificates list(@SignedIn Person me) {
        return new Certificates(
                certificates.of(me.id()).stream().map(Certificate::of).toList());
    }

    /** Mails the link by which another certificate is attached. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void add(@SignedIn Person me) {
        if (!door.open()) {
            throw CardRefusal.DOOR_CLOSED.with();
        }
        links.ask(me);
    }
}
