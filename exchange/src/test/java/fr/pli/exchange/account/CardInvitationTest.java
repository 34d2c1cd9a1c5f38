package fr.pli.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Who signs in by certificate only is invited to come with the card. */
@ExchangeTest
@TestPropertySource(properties = "pli.card.authorities=no-file-is-read-here.pem")
@Tag("A-2")
@Tag("A-3")
class CardInvitationTest {

    @Autowired
    Entries entries;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Test
    void aGreffierIsInvitedToComeWithTheCardAndAPartnerToChooseAPassword() {
        Person administrator = people.administrator();
        String clerk = "carte-" + UUID.randomUUID() + "@exemple.fr";
        String partner = "passe-" + UUID.randomUUID() + "@exemple.fr";
        entries.add(
                administrator,
                new Particulars(clerk, "Anne", "Martin", administrator.organisation(), "GREFFIER", "", ""));
        entries.add(
                administrator,
                new Particulars(partner, "Paul", "Martin", administrator.organisation(), "PARTNER", "", ""));
        jobs.runTasks();
        assertThat(TestMail.links(TestMail.newest(clerk)))
                .isNotEmpty()
                .noneMatch(link -> link.contains("/link/"))
                .anyMatch(link -> link.endsWith("/sign-in/card"));
        assertThat(TestMail.links(TestMail.newest(partner))).anyMatch(link -> link.contains("/link/"));
    }
}
