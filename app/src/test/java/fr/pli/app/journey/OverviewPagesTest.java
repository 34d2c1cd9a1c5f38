package fr.pli.app.journey;

import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Help, news, programming interface, state and statistics in a real browser: axe finds nothing, nothing sticks out. */
@AppTest
@Tag("Q-7")
@Tag("Q-10")
class OverviewPagesTest {

    @Autowired
    Cases cases;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Test
    @Tag("O-6")
    @Tag("P-1")
    void helpNewsAndInterfaceAreAccessibleToEverybody() {
        for (int width : new int[] {1280, 320}) {
            try (var window = new Window(visitors.address().toString(), "fr-FR", width, 900)) {
                for (String path : List.of("/help?q=courriel", "/help/state", "/news", "/api")) {
                    window.open(path);
                }
            }
        }
        try (var window = new Window(visitors.address().toString(), "en-GB", 320, 900)) {
            window.open("/help?q=zxqv");
            window.open("/help/mails");
        }
    }

    @Test
    @Tag("O-4")
    @Tag("S-2")
    void stateAndStatisticsAreAccessibleAtEveryWidth() {
        jobs.sweep("statistics.days");
        jobs.sweep("journal.check");
        for (int width : new int[] {1280, 320}) {
            try (var window = new Window(visitors.address().toString(), "fr-FR", width, 900)) {
                window.signIn(
                        people.who(Profile.ADMINISTRATOR)
                                .speaking(Locale.FRENCH)
                                .active()
                                .email(),
                        People.PASSWORD);
                window.open("/admin/state");
                window.open("/statistics?period=year");
                window.page().evaluate("document.querySelectorAll('main details').forEach(table => table.open = true)");
                window.looksRight();
            }
        }
    }

    @Test
    @Tag("M-5")
    void theMatrixOfRightsAndItsSimulatorAreAccessibleAtEveryWidth() {
        Case one = cases.open();
        var lawyer = one.lawyer(one.claimant());
        for (int width : new int[] {1280, 320}) {
            try (var window = new Window(visitors.address().toString(), "fr-FR", width, 900)) {
                window.signIn(
                        people.who(Profile.SUPPORT)
                                .speaking(Locale.FRENCH)
                                .active()
                                .email(),
                        People.PASSWORD);
                window.open("/rights?state=all");
                window.open("/rights/simulator?standing=AVOCAT.PARTY_A&state=SETUP&expertMode=PARTY_B");
                window.open("/rights/simulator?standing=EXPERT&standing=SAPITEUR.SAPITEUR_1&granted=true");
                window.open("/rights/simulator/person?expertise=99/99999");
                window.open("/rights/simulator/person?expertise=" + one.id());
                window.open("/rights/simulator/person?expertise=" + one.id() + "&person=" + lawyer.id());
                window.open("/rights/simulator/person?expertise=" + one.id() + "&person="
                        + one.expert().id() + "&state=PAUSED");
            }
        }
    }
}
