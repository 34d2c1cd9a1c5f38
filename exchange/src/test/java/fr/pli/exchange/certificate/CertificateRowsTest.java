package fr.pli.exchange.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which certificate is which: the issuer and the number say so, the name never does. */
@ExchangeTest
@Tag("C-2")
class CertificateRowsTest {

    @Autowired
    CertificateRows certificates;

    @Autowired
    CardFixtures cards;

    @Autowired
    People people;

    private final TestAuthority authority = TestAuthority.named("Cartes du Nord");

    @Test
    void oneNumberOfTwoAuthoritiesIsTwoCertificates() {
        Person clerk = people.clerk();
        var own = authority.card(clerk.name()).issue().certificate();
        var foreign = TestAuthority.named("Cartes du Sud")
                .card(clerk.name())
                .numbered(own.getSerialNumber())
                .issue()
                .certificate();
        UUID given = cards.give(clerk, own);
        UUID seen = cards.presented(foreign);
        assertThat(seen).isNotEqualTo(given);
        assertThat(certificates.find(seen).orElseThrow().person()).isNull();
        assertThat(certificates.numbered(own.getSerialNumber().toString(16)))
                .extracting(HeldCertificate::id)
                .contains(given, seen);
    }

    @Test
    void anotherCertificateOfTheSameIssuerAndNumberIsRefused() {
        Person clerk = people.clerk();
        var own = authority.card(clerk.name()).issue().certificate();
        cards.give(clerk, own);
        var twin = authority.card(clerk.name()).numbered(own.getSerialNumber()).issue();
        assertThatThrownBy(() -> cards.presented(twin.certificate()))
                .extracting("refusal")
                .isEqualTo(CardRefusal.DIFFERS);
    }
}
