package fr.pli.app.journey;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.CardFixtures;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority.Card;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.experts.OwnEntries;
import fr.pli.expertise.experts.OwnEntry;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Those whom the greffier of the court's story meets; each has a card, but the operator of the support. */
@Component
class CourtPeople {

    /** Nobody else's in these tests. */
    static final String SPECIALTY = "B.3.11 Lutherie et instruments de musique";

    private static final String CODE = "B.3.11";

    private final People people;
    private final CardFixtures cards;
    private final OwnEntries entries;

    CourtPeople(People people, CardFixtures cards, OwnEntries entries) {
        this.people = people;
        this.cards = cards;
        this.entries = entries;
    }

    Someone luthier(String first, String last) {
        Person expert = named(Profile.EXPERT, first, last);
        entries.write(expert, new OwnEntry("CA-BORDEAUX", List.of(CODE), "05 56 00 00 00", "06 00 00 00 00"));
        return withCard(expert);
    }

    Someone greffier(String first, String last) {
        return withCard(named(Profile.GREFFIER, first, last));
    }

    Person operator() {
        return people.active(Profile.SUPPORT);
    }

    private Someone withCard(Person person) {
        Card card = CardSteps.card(person.name());
        cards.give(person, card.certificate());
        return new Someone(person, card);
    }

    /** With a name that nobody else's begins with. */
    private Person named(Profile profile, String first, String last) {
        return people.who(profile)
                .named(first, last + UUID.randomUUID().toString().substring(0, 8))
                .of(profile == Profile.GREFFIER ? CardSteps.COURT : "Cour d'appel de Bordeaux")
                .active();
    }

    record Someone(Person person, Card card) {

        String name() {
            return person.name();
        }

        /** Of the mails to them, without the reference that each has in front. */
        List<String> subjects() {
            return TestMail.to(person.email()).stream()
                    .map(TestMail::subject)
                    .map(subject -> subject.replaceFirst("^\\[[^]]*] ", ""))
                    .toList();
        }
    }
}
