package fr.pli.app.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.TestCards;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority.Card;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A certificate that its authority has taken back is not called valid any more (C-7). */
@AppTest
@Tag("C-7")
class RevokedCardTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Certified certified;

    @Autowired
    Jobs jobs;

    @Test
    void itsPersonReadsThatItIsRevokedOnceThatIsKnown() {
        Person clerk = people.clerk();
        Card card = certified.give(clerk);
        Visitor in = visitors.signedIn(clerk);
        assertThat(in.get("/account").body()).contains("valable jusqu’au").doesNotContain("révoqué");
        assertThat(in.call("GET", "/api/v1/me/certificates", null).body()).contains("\"revokedAt\":null");
        TestCards.revoke(card.certificate());
        jobs.sweep("card.revocation");
        assertThat(in.get("/account").body()).contains("révoqué, constaté le").doesNotContain("valable jusqu’au");
        assertThat(in.call("GET", "/api/v1/me/certificates", null).body()).contains("\"revokedAt\":\"20");
    }
}
