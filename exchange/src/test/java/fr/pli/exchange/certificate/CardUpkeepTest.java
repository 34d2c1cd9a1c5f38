package fr.pli.exchange.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody went on with is forgotten; what belongs to somebody is kept (C-7). */
@ExchangeTest
@Tag("Q-11")
@Tag("C-7")
class CardUpkeepTest {

    @Autowired
    CertificateRows certificates;

    @Autowired
    CardTickets tickets;

    @Autowired
    Registrations registrations;

    @Autowired
    CardFixtures fixtures;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    Units units;

    @Autowired
    TestClock clock;

    private final TestAuthority authority = TestAuthority.named("Cartes de test");

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void aCertificateWhoseHolderNeverRegisteredIsForgottenAndAnAttachedOneKept() throws Exception {
        Person clerk = people.clerk();
        UUID kept = fixtures.give(clerk, authority.card(clerk.name()).issue().certificate());
        Card unknown = Card.of(authority.card("Jeanne Vidal").issue().certificate());
        String ticket = tickets.issue(CardTickets.binding("nonce"), unknown);
        UUID seen = tickets.use(ticket, "nonce");
        var form = new RegistrationForm(
                "Jeanne",
                "Vidal",
                "",
                "",
                "jeanne-" + UUID.randomUUID() + "@exemple.fr",
                "",
                "GREFFIER",
                "Tribunal judiciaire de Bordeaux",
                "",
                java.util.List.of());
        registrations.ask(seen, form, Locale.FRENCH);
        clock.advance(Duration.ofDays(2));
        jobs.sweep("card.upkeep");
        assertThat(certificates.find(seen)).as("its registration still waits").isPresent();
        clock.advance(Duration.ofDays(15));
        jobs.sweep("card.upkeep");
        assertThat(certificates.find(seen)).isEmpty();
        assertThat(certificates.find(kept)).isPresent();
    }
}
