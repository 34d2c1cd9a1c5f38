package fr.pli.app.card;

import fr.pli.app.TestCards;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.certificate.CardFixtures;
import fr.pli.exchange.testing.TestAuthority.Card;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** People whose account has a certificate of the authority that the application under test accepts. */
@Component
public class Certified {

    private final CardFixtures cards;
    private final Clock clock;

    Certified(CardFixtures cards, Clock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    /** Valid for a year. */
    public Card give(Person person) {
        Instant now = clock.instant();
        return give(person, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)));
    }

    public Card give(Person person, Instant from, Instant until) {
        Card card = TestCards.AUTHORITY.card(person.name()).valid(from, until).issue();
        cards.give(person, card.certificate());
        return card;
    }
}
