package fr.pli.exchange.certificate;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Units;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives people of tests their cards without the way by mail. */
@Component
public class CardFixtures {

    private final CertificateRows certificates;
    private final Units units;

    CardFixtures(CertificateRows certificates, Units units) {
        this.certificates = certificates;
        this.units = units;
    }

    /** One that was presented and is nobody's. */
    public UUID presented(X509Certificate certificate) {
        try {
            Card card = Card.of(certificate);
            return units.call(() -> certificates.seen(card));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public UUID give(Person person, X509Certificate certificate) {
        try {
            Card card = Card.of(certificate);
            return units.call(() -> {
                UUID id = certificates.seen(card);
                certificates.attach(id, person.id(), "link");
                return id;
            });
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
