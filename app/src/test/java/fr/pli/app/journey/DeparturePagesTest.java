package fr.pli.app.journey;

import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.expertise.departure.Declaration;
import fr.pli.expertise.departure.Departures;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages about departures, and the statistics of expertises, in a real browser: axe finds nothing, nothing sticks out. */
@AppTest
@Tag("Q-7")
@Tag("Q-9")
class DeparturePagesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Cases cases;

    @Autowired
    Departures departures;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    @Tag("T-1")
    @Tag("T-3")
    @Tag("T-4")
    @Tag("S-2")
    void thePagesAreAccessibleAtEveryWidth() {
        Cases.Case one = cases.open();
        Person person = people.clerk();
        Person gone = people.clerk();
        one.add(person, Role.GREFFIER, null);
        one.add(gone, Role.GREFFIER, null);
        UUID waiting = declared(gone, today());
        clock.moveTo(today().plusDays(1).atStartOfDay(Time.PARIS).toInstant().plusSeconds(1));
        jobs.runTasks();
        UUID coming = declared(person, today().plusDays(4));
        Person support = people.active(Profile.SUPPORT);
        for (int width : new int[] {1280, 360, 320}) {
            look(person, width, "/departure", "/departures/" + coming, "/statistics");
            look(one.expert(), width, "/departures/" + waiting, "/statistics?months=36");
            look(support, width, "/admin/departures", "/admin/departures/" + waiting, "/admin/departures/" + coming);
        }
    }

    private void look(Person person, int width, String... paths) {
        try (var window = new Window(visitors.address().toString(), "fr-FR", width, 900)) {
            window.signIn(person.email(), People.PASSWORD);
            for (String path : paths) {
                window.open(path);
            }
        }
    }

    private UUID declared(Person person, LocalDate day) {
        return departures
                .declare(person, new Declaration(day.toString(), "", ""))
                .id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Time.PARIS);
    }
}
