package fr.pli.app.journey;

import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.testing.Cases;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of expertises in a real browser: axe finds nothing, nothing sticks out. */
@AppTest
@Tag("Q-7")
@Tag("Q-9")
class ExpertisePagesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Cases cases;

    @Autowired
    Participants participants;

    private Cases.Case open;
    private Cases.Case setup;
    private Person lawyer;
    private UUID participation;

    @BeforeEach
    void twoExpertises() {
        open = cases.open();
        lawyer = open.lawyer(open.claimant());
        open.reader(open.defendant());
        open.sapiteur();
        Person former = open.lawyer(open.defendant());
        open.leaves(former);
        open.greffier();
        open.magistrat();
        participation = participants.of(open.id()).get(1).id();
        open.become(ExpertiseState.PAUSED).become(ExpertiseState.OPEN);
        setup = cases.setup();
        setup.lawyer(setup.claimant());
    }

    @Test
    @Tag("E-2")
    @Tag("E-7")
    @Tag("D-10")
    void theExpertsPagesAreAccessibleAtEveryWidth() {
        for (int width : new int[] {1280, 360, 320}) {
            try (var window = new Window(visitors.address().toString(), "fr-FR", width, 900)) {
                window.signIn(open.expert().email(), People.PASSWORD);
                for (String path : List.of(
                        "/expertises",
                        "/expertises/new",
                        "/expertises/" + open.id() + "/state",
                        "/expertises/" + open.id() + "/state/change?to=CLOSED",
                        "/expertises/" + open.id() + "/participants",
                        "/expertises/" + open.id() + "/participants/" + participation)) {
                    window.open(path);
                }
            }
            try (var window = new Window(visitors.address().toString(), "fr-FR", width, 900)) {
                window.signIn(setup.expert().email(), People.PASSWORD);
                window.open("/expertises");
                window.open("/expertises/" + setup.id() + "/state");
                window.open("/expertises/" + setup.id() + "/participants");
            }
        }
    }

    @Test
    @Tag("E-7")
    void aLawyersPagesAreAccessibleAtEveryWidthInEnglishToo() {
        Person english = people.who(Profile.LAWYER).speaking(Locale.ENGLISH).active();
        open.add(english, fr.pli.expertise.rights.Role.AVOCAT, open.claimant());
        for (int width : new int[] {1280, 320}) {
            for (Person person : List.of(lawyer, english)) {
                try (var window = new Window(visitors.address().toString(), "fr-FR", width, 900)) {
                    window.signIn(person.email(), People.PASSWORD);
                    window.open("/expertises");
                    window.open("/expertises/" + open.id() + "/state");
                    window.open("/expertises/" + open.id() + "/participants");
                }
            }
        }
    }
}
