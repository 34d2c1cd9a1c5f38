package fr.pli.exchange.certificate;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Gives the people of the demonstration their cards: only there while a demonstration is asked for. */
@Component
@ConditionalOnProperty("pli.demo")
public class DemoCards {

    private final CertificateRows certificates;
    private final Journal journal;
    private final Units units;

    DemoCards(CertificateRows certificates, Journal journal, Units units) {
        this.certificates = certificates;
        this.journal = journal;
        this.units = units;
    }

    /** @param file PEM, the certificate of the card */
    public void give(Person person, Path file) throws IOException {
        try {
            X509Certificate certificate =
                    CardAuthorities.certificates(List.of(file)).getFirst();
            units.run(() -> {
                UUID id = certificates.seen(card(certificate));
                certificates.attach(id, person.id(), "demonstration");
                journal.append(Fact.of("certificate.attached")
                        .by(person.id())
                        .about(id)
                        .detail("way", "demonstration"));
            });
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static Card card(X509Certificate certificate) {
        try {
            return Card.of(certificate);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
